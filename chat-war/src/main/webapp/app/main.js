// Starts the page: restores the session of this tab, and opens the room that the address names.

import { chat, start } from './chat/chat.js';
import { close, open } from './chat/conversation.js';
import { onWatched } from './chat/presence.js';
import { restoreSession } from './chat/session.js';
import { onRender, setState, state } from './state.js';
import { canStore } from './store/available.js';
import { focusComposer } from './views/composer.js';
import { refuseFiles } from './views/files.js';
import { hasTouchKeyboard } from './views/keyboard.js';
import { listenToKeys } from './views/keys.js';
import { closeDialogOnBack } from './views/modal.js';
import { announceInvitation, notify } from './views/notifications.js';
import { renderPage } from './views/page.js';
import { observeAgain } from './views/scroll.js';
import { registerServiceWorker } from './wire/service-worker.js';

let areRoomsKnown = false; // whether the server has listed them

/** Opens the room that the address names; an unknown one waits for the next list of rooms. */
async function route() {
  const id = Number(/^#\/room\/(\d+)$/.exec(location.hash)?.[1] ?? 0);
  setState({ missing: areRoomsKnown && id > 0 && !state.rooms.has(id) });
  if (state.rooms.has(id)) {
    if (state.view?.id === id) return;
    const opening = open(chat, id);
    if (!hasTouchKeyboard()) setTimeout(focusComposer); // it would cover the messages
    await opening;
  } else if (state.view) {
    close(chat);
  }
}

const onRoute = () => route().catch(chat.handleError);

function onRoomsSynced() {
  areRoomsKnown = true;
  onRoute();
}

async function main() {
  onRender(renderPage);
  refuseFiles();
  if (!canStore()) return setState({ phase: 'blocked' });
  registerServiceWorker();
  const me = restoreSession();
  if (!me) return setState({ phase: 'login' });
  try {
    await start(me, { onRoomsSynced, onMessages: notify, onInvited: announceInvitation });
  } catch (e) {
    console.error(e);
    return setState({ phase: 'blocked' });
  }
  addEventListener('hashchange', onRoute);
  onWatched(observeAgain);
  listenToKeys();
  closeDialogOnBack();
  onRoute();
}

main();

// Starts the page: restores the session of this tab, and opens the room that the address names.

import { chat, start } from './chat/chat.js';
import { close, open } from './chat/conversation.js';
import { onWatched } from './chat/presence.js';
import { restoreSession } from './chat/session.js';
import { onRender, setState, state } from './state.js';
import { t } from './strings.js';
import { focusComposer } from './views/composer.js';
import { hasTouchKeyboard } from './views/keyboard.js';
import { listenToKeys } from './views/keys.js';
import { notify } from './views/notifications.js';
import { renderPage } from './views/page.js';
import { observeAgain } from './views/scroll.js';
import { registerServiceWorker } from './wire/service-worker.js';

/** Opens the room that the address names; an unknown one waits for the next list of rooms. */
async function route() {
  const id = Number(/^#\/room\/(\d+)$/.exec(location.hash)?.[1] ?? 0);
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

async function main() {
  onRender(renderPage);
  registerServiceWorker();
  const me = restoreSession();
  if (!me) return setState({ phase: 'login' });
  try {
    await start(me, { onRoomsSynced: onRoute, onMessages: notify });
  } catch (e) {
    console.error(e);
    return setState({ phase: 'login', login: { problem: t.noStorage } });
  }
  addEventListener('hashchange', onRoute);
  onWatched(observeAgain);
  listenToKeys();
  onRoute();
}

main();

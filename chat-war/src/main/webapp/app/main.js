// Starts the page: who is this tab, and which room does the address name.

import { chat, start } from './chat/chat.js';
import { close, open } from './chat/conversation.js';
import { recall } from './chat/session.js';
import { changed, onChange, state } from './state.js';
import { t } from './strings.js';
import { focusComposer } from './views/composer.js';
import { listenToKeys } from './views/keys.js';
import { draw } from './views/page.js';
import { lookAgain } from './views/scroll.js';
import { keepPage } from './wire/shell.js';

/** Opens the room that the address names; one that isn't there waits for the next list of rooms. */
async function route() {
  const id = Number(/^#\/room\/(\d+)$/.exec(location.hash)?.[1] ?? 0);
  if (state.rooms.has(id)) {
    if (state.view?.id === id) return;
    const opening = open(chat, id);
    // On a touch screen the keyboard would cover what is to be read. (Not `hover: hover`: a machine without a mouse has no hover either.)
    if (!matchMedia('(pointer: coarse)').matches) setTimeout(focusComposer);
    await opening;
  } else if (state.view) {
    close(chat);
  }
}

async function begin() {
  onChange(draw);
  keepPage();
  const me = recall();
  if (!me) return changed({ phase: 'login' });
  try {
    await start(me);
  } catch (e) {
    console.error(e);
    return changed({ phase: 'login', login: { problem: t.noStorage } });
  }
  const routed = () => route().catch(chat.failed);
  chat.listed = routed;
  addEventListener('hashchange', routed);
  document.addEventListener('visibilitychange', lookAgain);
  listenToKeys();
  routed();
}

begin();

// The keyboard shortcuts; t.keys lists them for users. Letters only together with Ctrl, ⌘ or Alt, so that neither typing nor
// the shortcuts of a screen reader are taken for a command.

import { chat } from '../chat/chat.js';
import { goToEnd, goToFirstUnread } from '../chat/conversation.js';
import { state } from '../state.js';
import { focusComposer } from './composer.js';
import { skipUnread } from './conversation.js';
import { openDialog } from './modal.js';
import { printConversation } from './print.js';
import { goToAdjacent, goToNextUnread } from './rooms.js';
import { scrollByPage } from './scroll.js';

const everywhere = {
  'ctrl+KeyK': () => openDialog('search'),
  'ctrl+Slash': () => openDialog('help'),
  'alt+KeyA': goToNextUnread,
  'alt+ArrowDown': () => goToAdjacent(1),
  'alt+ArrowUp': () => goToAdjacent(-1),
};

const inRoom = {
  'alt+KeyU': () => goToFirstUnread(chat),
  'alt+End': () => goToEnd(chat),
  'alt+KeyR': () => skipUnread(state.rooms.get(state.view.id)),
  'alt+KeyG': () => openDialog('details'),
  'ctrl+KeyP': printConversation,
  PageUp: () => scrollByPage(-1),
  PageDown: () => scrollByPage(1),
  Escape: focusComposer,
};

/** Handles the shortcuts on the whole page. */
export function listenToKeys() {
  addEventListener('keydown', (event) => {
    if (state.phase !== 'in' || event.isComposing || document.querySelector('dialog[open]')) return;
    const chord = (event.ctrlKey || event.metaKey ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '') + keyName(event);
    const command = everywhere[chord] ?? (state.view && inRoom[chord]);
    if (command) {
      event.preventDefault();
      Promise.resolve(command()).catch(chat.handleError);
    }
  });
}

/** The letter on the key if it has one (layouts differ), otherwise its position (on some systems Alt changes letters). */
function keyName({ key, code, shiftKey }) {
  if (key === '/') return 'Slash';
  if (shiftKey) return 'Shift';
  return /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code;
}

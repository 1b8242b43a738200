// The keyboard shortcuts; t.keys lists them for users.
//
// 1. Letters only together with Ctrl, ⌘ or Alt, so that the shortcuts of a screen reader are not taken for a command.
// 2. A key that enters a character is no command, whatever is held down with it.

import { chat } from '../chat/chat.js';
import { goToEnd, goToFirstUnread } from '../chat/conversation.js';
import { state } from '../state.js';
import { focusComposer } from './composer.js';
import { skipUnread } from './conversation.js';
import { chordOf, isAltCharacter, isInputMethodKey } from './keyboard.js';
import { openDialog } from './modal.js';
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
  PageUp: () => scrollByPage(-1),
  PageDown: () => scrollByPage(1),
  Escape: focusComposer,
};

/** Handles the shortcuts on the whole page. */
export function listenToKeys() {
  addEventListener('keydown', (event) => {
    if (state.phase !== 'in' || document.querySelector('dialog[open]')) return;
    if (isInputMethodKey(event) || isAltCharacter(event)) return;
    const chord = chordOf(event);
    const command = everywhere[chord] ?? (state.view && inRoom[chord]);
    if (command) {
      event.preventDefault();
      Promise.resolve(command()).catch(chat.handleError);
    }
  });
}

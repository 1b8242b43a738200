// What the keyboard does everywhere; t.keys lists it for people. Only chords with Ctrl, ⌘ or Alt, so that nothing that
// one types, or that a screen reader means, is taken for a command.

import { chat } from '../chat/chat.js';
import { toEnd, toFirstUnread } from '../chat/conversation.js';
import { changed, state } from '../state.js';
import { focusComposer } from './composer.js';
import { leap } from './conversation.js';
import { goToNeighbour, goToNextUnread } from './rooms.js';
import { scrollByPage } from './scroll.js';

const dialog = (kind) => changed({ dialog: { kind } });

const everywhere = {
  'ctrl+KeyK': () => dialog('search'),
  'ctrl+Slash': () => dialog('help'),
  'alt+KeyA': goToNextUnread,
  'alt+ArrowDown': () => goToNeighbour(1),
  'alt+ArrowUp': () => goToNeighbour(-1),
};

const inRoom = {
  'alt+KeyU': () => toFirstUnread(chat),
  'alt+End': () => toEnd(chat),
  'alt+KeyR': () => leap(state.rooms.get(state.view.id)),
  'alt+KeyG': () => dialog('details'),
  PageUp: () => scrollByPage(-1),
  PageDown: () => scrollByPage(1),
  Escape: focusComposer,
};

/** Listens to the keys of the whole page. */
export function listenToKeys() {
  addEventListener('keydown', (event) => {
    if (state.phase !== 'in' || event.isComposing || document.querySelector('dialog[open]')) return;
    const chord = (event.ctrlKey || event.metaKey ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '') + keyName(event);
    const command = everywhere[chord] ?? (state.view && inRoom[chord]);
    if (command) {
      event.preventDefault();
      Promise.resolve(command()).catch(chat.failed);
    }
  });
}

/** The letter on the key where it has one (layouts differ), else its place (Alt makes other letters on some systems). */
function keyName({ key, code, shiftKey }) {
  if (key === '/') return 'Slash';
  if (shiftKey) return 'Shift';
  return /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code;
}

// Renders the open dialog; its content depends on state.dialog.kind. The browser keeps the focus in it. Content without a
// control gets the focus itself, so that the keyboard can scroll it.
//
// 1. A click beside the dialog closes it, but not one that began inside (a selection that ended outside), and not while a
//    field has text that would be lost.

import { state } from '../../state.js';
import { t } from '../../strings.js';
import { html, nothing, keyed } from '../html.js';
import { icons } from '../icons.js';
import { isInputMethodKey } from '../keyboard.js';
import { closeDialog, onDialogClosed } from '../modal.js';
import { account } from './account.js';
import { details } from './details.js';
import { group } from './group.js';
import { help } from './help.js';
import { search } from './search.js';
import { start } from './start.js';
import { unsent } from './unsent.js';

const kinds = { account, details, group, help, search, start, unsent };

export function dialog() {
  if (!state.dialog) return nothing;
  const { title, content, isText } = kinds[state.dialog.kind](state.dialog);
  return keyed(
    state.dialog.id,
    html`<dialog aria-labelledby="dialog-title" @close=${onClose} @pointerdown=${onPointerDown} @click=${onClick}
      @keydown=${onKeyDown}>
      <header class="bar">
        <h2 id="dialog-title">${title}</h2>
        <button class="icon-button" aria-label=${t.close} @click=${closeDialog}>${icons.close}</button>
      </header>
      <div class="content" tabindex=${isText ? 0 : -1}>${content}</div>
    </dialog>`,
  );
}

/** Opens a dialog that was just rendered; to be called after every rendering. */
export function showDialog() {
  document.querySelector('dialog:not([open])')?.showModal();
}

/** The browser has closed the dialog, or reports late that we did. */
function onClose(event) {
  if (event.target.isConnected) onDialogClosed();
}

/** Closes at the first Escape: a search field would only be cleared by it. */
function onKeyDown(event) {
  if (event.key === 'Escape' && !isInputMethodKey(event)) {
    event.preventDefault();
    closeDialog();
  }
}

let pressedBeside = false;

const isBeside = (event) => event.target === event.currentTarget;

function onPointerDown(event) {
  pressedBeside = isBeside(event);
}

function onClick(event) {
  if (isBeside(event) && pressedBeside && !hasText(event.currentTarget)) closeDialog();
}

/** Whether something was typed that closing would lose; what one looks for is typed again soon. */
const hasText = (dialog) =>
  [...dialog.querySelectorAll('input[type=password], input:not([type])')].some((field) => field.value !== field.defaultValue);

// Renders the open dialog; its content depends on state.dialog.kind. The browser keeps the focus in it. Content without a
// control gets the focus itself, so that the keyboard can scroll it.

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
import { unsent } from './unsent.js';

const kinds = { account, details, group, help, search, unsent };

export function dialog() {
  if (!state.dialog) return nothing;
  const { title, content, isText } = kinds[state.dialog.kind](state.dialog);
  return keyed(
    state.dialog.kind,
    html`<dialog aria-labelledby="dialog-title" @close=${onClose} @click=${onClick} @keydown=${onKeyDown}>
      <header class="bar">
        <h2 id="dialog-title">${title}</h2>
        <button class="icon-button" aria-label=${t.close} @click=${closeDialog}>${icons.close}</button>
      </header>
      <div class="content" tabindex=${isText ? 0 : nothing}>${content}</div>
    </dialog>`,
  );
}

/** Opens a dialog that was just rendered; to be called after every rendering. */
export function showDialog() {
  const element = document.querySelector('dialog:not([open])');
  if (!element) return;
  element.showModal();
  element.querySelector('[autofocus]')?.focus();
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

/** Closes at a click on the backdrop. */
function onClick(event) {
  if (event.target === event.currentTarget) closeDialog();
}

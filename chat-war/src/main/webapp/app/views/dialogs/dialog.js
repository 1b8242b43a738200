// The one dialog that may be open. What it shows is state.dialog.kind; the browser keeps the focus in it.

import { changed, state } from '../../state.js';
import { t } from '../../strings.js';
import { html, nothing, keyed } from '../html.js';
import { icons } from '../icons.js';
import { lookAgain } from '../scroll.js';
import { account } from './account.js';
import { details } from './details.js';
import { group } from './group.js';
import { help } from './help.js';
import { search } from './search.js';
import { unsent } from './unsent.js';

const kinds = { account, details, group, help, search, unsent };

export function dialog() {
  if (!state.dialog) return nothing;
  const { title, content } = kinds[state.dialog.kind](state.dialog);
  return keyed(
    state.dialog.kind,
    html`<dialog aria-labelledby="dialog-title" @close=${closed} @click=${outside} @keydown=${escape}>
      <header class="bar">
        <h2 id="dialog-title">${title}</h2>
        <button class="icon-button" aria-label=${t.close} @click=${closeDialog}>${icons.close}</button>
      </header>
      <div class="content">${content}</div>
    </dialog>`,
  );
}

/** Opens what was just drawn; to be called after every drawing. */
export function openDialog() {
  const element = document.querySelector('dialog:not([open])');
  if (!element) return;
  element.showModal();
  element.querySelector('[autofocus]')?.focus();
}

/** Changes what the open dialog knows. */
export const setDialog = (change) => state.dialog && changed({ dialog: { ...state.dialog, ...change } });

/** Closes it at once: whatever is opened next is another one. */
export function closeDialog() {
  document.querySelector('dialog')?.close();
  gone();
}

function gone() {
  changed({ dialog: null });
  queueMicrotask(lookAgain);
}

/** The browser has closed it, or tells late that we did. */
function closed(event) {
  if (event.target.isConnected) gone();
}

/** Closes at the first Escape: a search field would take that one for itself. */
function escape(event) {
  if (event.key === 'Escape' && !event.isComposing) {
    event.preventDefault();
    closeDialog();
  }
}

function outside(event) {
  if (event.target === event.currentTarget) closeDialog();
}

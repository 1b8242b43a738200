// A question inside a dialog, before something that can't be undone.

import { t } from '../../strings.js';
import { html } from '../html.js';
import { updateDialog } from '../modal.js';

let asker = null; // the button that led to the question

/**
 * Shows a question in the open dialog, which renders it while `asking` is set.
 *
 * @param asking what is asked, for the dialog
 */
export function ask(asking) {
  asker = document.activeElement;
  updateDialog({ asking, problem: null });
}

/**
 * Renders a question; it gets the focus.
 *
 * @param text the consequences, as sentences
 * @param answers the buttons, as [label, what it does, whether nothing is lost by it] each; Cancel is added
 */
export const question = (text, answers) => html`<div class="confirm" role="group" aria-labelledby="question"
    tabindex="-1" autofocus>
  <p id="question">${text}</p>
  ${answers.map(answer)}
  <button type="button" @click=${cancel}>${t.cancel}</button>
</div>`;

const answer = ([label, action, harmless]) =>
  html`<button type="button" class=${harmless ? '' : 'danger'} @click=${action}>${label}</button> `;

function cancel() {
  updateDialog({ asking: null });
  asker?.focus();
}

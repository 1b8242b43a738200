// A field that finds accounts by a part of their name, with a button for each.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { debounce } from '../../timing.js';
import { avatar } from '../format.js';
import { html } from '../html.js';
import { icons } from '../icons.js';
import { isInputMethodKey } from '../keyboard.js';
import { updateDialog } from '../modal.js';
import { MAX_RESULTS, moveFocus, pattern, TYPING_PAUSE } from './results.js';

/**
 * Renders the field.
 *
 * @param dialog the dialog's state, which has the results
 * @param label the label of the field
 * @param exclude names not to offer
 * @param onChoose gets the chosen name
 */
export function accountPicker({ accounts = [] }, { label, exclude, onChoose }) {
  const offered = accounts.filter((name) => !exclude.includes(name));
  return html`<div class="picker" @keydown=${moveFocus}>
    <label for="picker">${label}</label>
    <input id="picker" type="search" autocomplete="off" dir="auto" maxlength="20" aria-describedby="picker-hint"
      @input=${(event) => find(event.target.value.trim())} @keydown=${onKeyDown}>
    <p class="hint" id="picker-hint">${t.addMemberHint}</p>
    <ul aria-live="polite">
      ${offered.map((name) => html`<li><button type="button" class="result" aria-label=${t.add(name)}
        @click=${(event) => choose(event, name, onChoose)}>${avatar(name)}<bdi>${name}</bdi> ${icons.check}</button></li>`)}
    </ul>
  </div>`;
}

/** Chooses a name, and clears the field for the next one. */
function choose(event, name, onChoose) {
  const field = event.target.closest('.picker').querySelector('input');
  field.value = '';
  field.focus();
  updateDialog({ accounts: [] });
  onChoose(name);
}

/** Enter in the field must not submit the form around it. */
function onKeyDown(event) {
  if (isInputMethodKey(event)) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    event.target.closest('.picker').querySelector('button.result')?.click();
  }
}

const find = debounce((text) => loadAccounts(text).catch(chat.handleError), TYPING_PAUSE);

async function loadAccounts(text) {
  const found = text === '' ? { accounts: [] } : await api.searchAccounts(pattern(text), MAX_RESULTS + 1);
  const accounts = found.accounts.map((account) => account.username).filter((name) => name !== state.me.username);
  updateDialog({ accounts });
}

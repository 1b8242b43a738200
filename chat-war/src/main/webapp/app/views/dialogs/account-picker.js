// A field that finds accounts by a part of their name, with a button for each.
//
// 1. What is offered belongs to the text that stands in the field: with every change of the text the offers go, and those
//    for an earlier text are dropped when they come.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { fold } from '../../names.js';
import { debounce } from '../../timing.js';
import { avatar } from '../format.js';
import { html } from '../html.js';
import { icons } from '../icons.js';
import { isInputMethodKey } from '../keyboard.js';
import { isOpen, updateDialog } from '../modal.js';
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
  const onInput = (event) => {
    const text = event.target.value.trim();
    updateDialog({ query: text, accounts: [] });
    find(state.dialog, text);
  };
  return html`<div class="picker" @keydown=${moveFocus}>
    <label for="picker">${label}</label>
    <input id="picker" type="search" autocomplete="off" dir="auto" maxlength="20" aria-describedby="picker-hint"
      @input=${onInput} @keydown=${(event) => onKeyDown(event, offered)}>
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
  updateDialog({ query: '', accounts: [] });
  onChoose(name);
}

/**
 * Enter in the field must not submit the form around it. It takes the name that stands there, or the only one that fits;
 * among several one has to choose.
 */
function onKeyDown(event, offered) {
  if (event.key !== 'Enter' || isInputMethodKey(event)) return;
  event.preventDefault();
  const text = fold(event.target.value.trim());
  const exact = offered.findIndex((name) => fold(name) === text);
  const buttons = event.target.closest('.picker').querySelectorAll('button.result');
  if (exact >= 0 || buttons.length === 1) buttons[Math.max(0, exact)].click();
  else buttons[0]?.focus();
}

const find = debounce((dialog, text) => loadAccounts(dialog, text).catch(chat.handleError), TYPING_PAUSE);

async function loadAccounts(dialog, text) {
  const found = text === '' ? { accounts: [] } : await api.searchAccounts(pattern(text), MAX_RESULTS + 1);
  if (!isOpen(dialog) || state.dialog.query !== text) return;
  const accounts = found.accounts.map((account) => account.username).filter((name) => name !== state.me.username);
  updateDialog({ accounts });
}

// A field that finds people by a part of their name, and a button for each.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { html } from '../html.js';
import { icons } from '../icons.js';
import { sign } from '../words.js';
import { setDialog } from './dialog.js';
import { arrows, pattern } from './search.js';

const REST = 200;
const SHOWN = 8;

/**
 * Draws the field.
 *
 * @param dialog the dialog's state, where it keeps what was found
 * @param label what the field is called
 * @param without names not to offer
 * @param choose gets the chosen name
 */
export function finder({ people = [] }, { label, without, choose }) {
  const offered = people.filter((name) => !without.includes(name));
  return html`<div class="finder" @keydown=${arrows}>
    <label for="finder">${label}</label>
    <input id="finder" type="search" autocomplete="off" dir="auto" maxlength="20" aria-describedby="finder-hint"
      @input=${(event) => typed(event.target.value.trim())} @keydown=${onlyFind}>
    <p class="hint" id="finder-hint">${t.addMemberHint}</p>
    <ul class="plain" aria-live="polite">
      ${offered.map((name) => html`<li><button type="button" class="found" aria-label=${t.add(name)}
        @click=${(event) => take(event, () => choose(name))}>${sign(name)}<bdi>${name}</bdi> ${icons.check}</button></li>`)}
    </ul>
  </div>`;
}

/** A name is chosen: the field is for the next one. */
function take(event, choose) {
  const field = event.target.closest('.finder').querySelector('input');
  field.value = '';
  field.focus();
  setDialog({ people: [] });
  choose();
}

/** Enter in the field must not send the form that it stands in. */
function onlyFind(event) {
  if (event.key === 'Enter') {
    event.preventDefault();
    event.target.closest('.finder').querySelector('button.found')?.click();
  }
}

let resting = 0;

function typed(text) {
  clearTimeout(resting);
  resting = setTimeout(() => ask(text).catch(chat.failed), REST);
}

async function ask(text) {
  const found = text === '' ? { accounts: [] } : await api.accounts(pattern(text), SHOWN + 1);
  const people = found.accounts.map((account) => account.username).filter((name) => name !== state.me.username);
  setDialog({ people });
}

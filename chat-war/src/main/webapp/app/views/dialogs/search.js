// Finds rooms, accounts and groups by a part of their name; choosing an account opens the direct room with it, choosing an
// open group joins it.

import { api } from '../../wire/api.js';
import { roomsByActivity } from '../../chat/rooms.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { debounce } from '../../timing.js';
import { avatar, roomAvatar, roomName } from '../format.js';
import { html, nothing } from '../html.js';
import { closeDialog, isOpen, updateDialog } from '../modal.js';
import { goToRoom } from '../rooms.js';
import { enterDirectRoom, enterOpenGroup, showError } from './entering.js';
import { accountButton, groupButton, matches, MAX_RESULTS, moveFocus, pattern, section, TYPING_PAUSE } from './results.js';

export function search({ text = '', accounts = [], groups = [], open: openGroups = [], problem, busy }) {
  const rooms = roomsByActivity()
    .filter((room) => matches(roomName(room), text))
    .slice(0, MAX_RESULTS);
  const nothingFound = text !== '' && !busy && rooms.length + accounts.length + openGroups.length + groups.length === 0;
  return {
    title: t.search,
    content: html`<form role="search" @submit=${chooseFirst} @keydown=${moveFocus}>
      <label for="search">${t.searchLabel}</label>
      <input id="search" type="search" autofocus autocomplete="off" dir="auto" maxlength="40"
        aria-describedby="search-hint" @input=${onInput}>
      <p class="hint" id="search-hint">${t.searchHint}</p>
      <p class="problem" role="alert">${problem ?? nothing}</p>
      ${section(t.yourRooms, rooms.map(roomButton))}
      ${section(t.people, accounts.map((name) => accountButton(name, () => enterDirectRoom(name, whileOpen()))))}
      ${section(t.openGroups, openGroups.map((group) => groupButton(group, () => enterOpenGroup(group, whileOpen()))))}
      ${section(t.otherGroups, groups.map(otherGroup))}
      <p role="status">${nothingFound ? t.nothingFound : nothing}</p>
    </form>`,
  };
}

/** Whether the dialog that is open now still is, for what comes late. */
function whileOpen() {
  const { dialog } = state;
  return () => isOpen(dialog);
}

const roomButton = (room) => html`<button type="button" class="result" @click=${() => open(room.id)}>
  ${roomAvatar(room)}<bdi>${roomName(room)}</bdi></button>`;

const otherGroup = (name) => html`<p class="result">${avatar(name, true)}
  <span class="result-name"><bdi>${name}</bdi> <small>${t.askToJoin}</small></span></p>`;

function onInput(event) {
  const text = event.target.value.trim();
  updateDialog({ text, busy: true, accounts: [], open: [], groups: [], problem: null });
  find(text, state.dialog);
}

const find = debounce(async (text, dialog) => {
  try {
    const match = pattern(text);
    const [found, groups, open] =
      text === ''
        ? [{ accounts: [] }, { byName: [] }, { rooms: [] }]
        : await Promise.all([
            api.searchAccounts(match, MAX_RESULTS),
            api.searchRooms(match),
            api.openGroups(match, MAX_RESULTS),
          ]);
    if (!isOpen(dialog) || state.dialog.text !== text) return;
    const joinable = open.rooms.filter((group) => !group.joined);
    const shown = new Set([...state.rooms.values(), ...joinable].map((room) => room.name));
    const known = new Set([state.me.username, ...[...state.rooms.values()].map((room) => room.peer)]);
    updateDialog({
      busy: false,
      accounts: found.accounts.map((account) => account.username).filter((username) => !known.has(username)),
      open: joinable,
      groups: groups.byName.filter((name) => !shown.has(name)).slice(0, MAX_RESULTS),
    });
  } catch (e) {
    showError(e, () => isOpen(dialog));
  }
}, TYPING_PAUSE);

function open(id) {
  closeDialog();
  goToRoom(id);
}

function chooseFirst(event) {
  event.preventDefault();
  event.target.querySelector('button.result')?.click();
}

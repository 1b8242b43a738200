// Finding a room, a person or a group by a part of a name; choosing a person opens the direct room with them.

import { api, Problem } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { byActivity } from '../../chat/rooms.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { html, nothing } from '../html.js';
import { sentence } from '../login.js';
import { goTo } from '../rooms.js';
import { roomName, sign } from '../words.js';
import { closeDialog, setDialog } from './dialog.js';

const REST = 200;
const SHOWN = 8;

/** What the server is asked for: the text somewhere in the name, unless it says itself where. */
export const pattern = (text) => (text.includes('*') ? text : `*${text}*`);

export function search({ text = '', people = [], groups = [], problem, busy }) {
  const rooms = byActivity()
    .filter((room) => matches(roomName(room), text))
    .slice(0, SHOWN);
  const nothingFound = text !== '' && !busy && rooms.length + people.length + groups.length === 0;
  return {
    title: t.search,
    content: html`<form role="search" @submit=${chooseFirst} @keydown=${arrows}>
      <label for="search">${t.searchLabel}</label>
      <input id="search" type="search" autofocus autocomplete="off" dir="auto" maxlength="40"
        aria-describedby="search-hint" @input=${(event) => typed(event.target.value)}>
      <p class="hint" id="search-hint">${t.searchHint}</p>
      <p class="problem" role="alert">${problem ?? nothing}</p>
      ${found(t.yourRooms, rooms.map((room) => roomButton(room)))}
      ${found(t.people, people.map((username) => personButton(username)))}
      ${found(t.otherGroups, groups.map((name) => html`<p class="found">${sign(name, true)}<bdi>${name}</bdi>
        <small>${t.askToJoin}</small></p>`))}
      <p role="status">${nothingFound ? t.nothingFound : nothing}</p>
    </form>`,
  };
}

const found = (heading, rows) =>
  rows.length === 0 ? nothing : html`<h3>${heading}</h3><ul class="plain">${rows.map((row) => html`<li>${row}</li>`)}</ul>`;

const roomButton = (room) => html`<button type="button" class="found" @click=${() => open(room.id)}>
  ${sign(roomName(room), room.kind === 'GROUP')}<bdi>${roomName(room)}</bdi></button>`;

const personButton = (username) => html`<button type="button" class="found" @click=${() => direct(username)}>
  ${sign(username)}<bdi>${username}</bdi></button>`;

const matches = (name, text) => {
  const parts = text.toLocaleLowerCase().split('*');
  return parts.every((part) => name.toLocaleLowerCase().includes(part));
};

let resting = 0;

function typed(value) {
  const text = value.trim();
  clearTimeout(resting);
  setDialog({ text, busy: true, people: [], groups: [], problem: null });
  resting = setTimeout(() => ask(text), REST);
}

async function ask(text) {
  try {
    const match = pattern(text);
    const [people, groups] =
      text === '' ? [{ accounts: [] }, { byName: [] }] : await Promise.all([api.accounts(match, SHOWN), api.searchRooms(match)]);
    if (state.dialog?.text !== text) return;
    const mine = new Set([...state.rooms.values()].map((room) => room.name));
    const known = new Set([state.me.username, ...[...state.rooms.values()].map((room) => room.peer)]);
    setDialog({
      busy: false,
      people: people.accounts.map((account) => account.username).filter((username) => !known.has(username)),
      groups: groups.byName.filter((name) => !mine.has(name)).slice(0, SHOWN),
    });
  } catch (e) {
    wrong(e);
  }
}

function open(id) {
  closeDialog();
  goTo(id);
}

async function direct(username) {
  try {
    const room = await api.openDirect(username);
    await chat.resync();
    open(room.id);
  } catch (e) {
    wrong(e);
  }
}

function wrong(e) {
  chat.failed(e);
  setDialog({ busy: false, problem: e instanceof Problem ? sentence(e) : t.noAnswer });
}

function chooseFirst(event) {
  event.preventDefault();
  event.target.querySelector('button.found')?.click();
}

/** Up and down move between what was found. */
export function arrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll('input[type=search], button.found')];
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
}

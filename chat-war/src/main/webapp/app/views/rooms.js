// The list of rooms at the side: unread counts, last lines, and the ways to a new room.

import { byActivity, isFor } from '../chat/rooms.js';
import { changed, state } from '../state.js';
import { t } from '../strings.js';
import { isText } from '../wire/kinds.js';
import { html, nothing, repeat } from './html.js';
import { icons } from './icons.js';
import { briefly, oneLine, roomName, sign, whoever } from './words.js';

const dialog = (kind) => () => changed({ dialog: { kind } });

export function side() {
  const rooms = byActivity();
  return html`<div class="side">
    <header class="bar">
      <p class="brand">${t.app}</p>
      <button class="icon-button" aria-label=${t.search} @click=${dialog('search')}>${icons.search}</button>
      <button class="icon-button" aria-label=${t.newGroup} @click=${dialog('group')}>${icons.group}</button>
      <button class="icon-button" aria-label=${t.menu} @click=${dialog('account')}>${icons.menu}</button>
    </header>
    <nav class="rooms" aria-label=${t.rooms}>
      ${rooms.length === 0 ? empty() : html`<ul>
        ${repeat(rooms, (room) => room.id, item)}
      </ul>`}
    </nav>
    ${stranded().length === 0
      ? nothing
      : html`<button class="stranded" @click=${dialog('unsent')}>${icons.warning} ${t.stranded(stranded().length)}</button>`}
  </div>`;
}

const empty = () => html`<div class="empty">
  <p class="empty-title">${t.noRooms}</p>
  <p>${t.noRoomsHint}</p>
  <button class="primary" @click=${dialog('search')}>${t.newDirect}</button>
  <button @click=${dialog('group')}>${t.newGroup}</button>
</div>`;

/** Refused messages of rooms that are no longer there: nowhere else could they be seen. */
export const stranded = () => state.outbox.filter((m) => m.state === 'refused' && !isFor(m, state.rooms.get(m.room)));

function item(room) {
  const name = roomName(room);
  const open = state.view?.id === room.id;
  const group = room.kind === 'GROUP';
  return html`<li>
    <a href="#/room/${room.id}" class="room ${open ? 'open' : ''} ${room.unread > 0 ? 'has-unread' : ''}"
      aria-current=${open ? 'page' : nothing}>
      ${sign(name, group)}
      <span class="room-name"><bdi>${name}</bdi></span>
      <span class="room-time">${briefly(new Date(room.lastMessage?.sentAt ?? room.createdAt))}</span>
      <span class="room-last" dir="auto">${preview(room, group)}</span>
      ${room.unread === 0
        ? nothing
        : html`<span class="count" aria-hidden="true">${t.unread(room.unread)}</span>
            <span class="sr">${t.unreadLong(room.unread)}</span>`}
    </a>
  </li>`;
}

function preview(room, group) {
  const waits = state.outbox.filter((m) => isFor(m, room) && m.state !== 'refused');
  if (waits.length > 0) {
    return html`<span class="waits">${icons.clock}<span class="sr">${t.waitingShort}</span></span>
      ${waits[waits.length - 1].body}`;
  }
  const last = room.lastMessage;
  if (!last) return nothing;
  const text = oneLine(last);
  const mine = last.sender === state.me.username;
  return isText(last) && (group || mine) ? t.preview(whoever(last.sender), text) : text;
}

/** The room below (1) or above (-1) the open one. */
export function goToNeighbour(step) {
  const rooms = byActivity();
  const at = rooms.findIndex((room) => room.id === state.view?.id);
  const next = rooms[at === -1 ? 0 : at + step];
  if (next) goTo(next.id);
}

/** The next room with something unread, from the open one downwards and around. */
export function goToNextUnread() {
  const rooms = byActivity();
  const at = rooms.findIndex((room) => room.id === state.view?.id);
  const around = [...rooms.slice(at + 1), ...rooms.slice(0, at + 1)];
  const next = around.find((room) => room.unread > 0);
  if (next) goTo(next.id);
}

export function goTo(id) {
  location.hash = `#/room/${id}`;
}

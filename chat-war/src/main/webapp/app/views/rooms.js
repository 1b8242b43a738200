// The list of rooms in the sidebar: unread counts, last messages, and buttons for new rooms.

import { isFor, roomsByActivity } from '../chat/rooms.js';
import { state } from '../state.js';
import { t } from '../strings.js';
import { isText } from '../wire/kinds.js';
import { avatar, nameOrYou, roomName, shortTime, summary } from './format.js';
import { html, nothing, repeat } from './html.js';
import { icons } from './icons.js';
import { openDialog } from './modal.js';
import { isUnsent } from './waiting.js';

export function sidebar() {
  const rooms = roomsByActivity();
  return html`<div class="sidebar">
    <header class="bar">
      <p class="brand">${t.app}</p>
      <button class="icon-button" aria-label=${t.search} @click=${() => openDialog('search')}>${icons.search}</button>
      <button class="icon-button" aria-label=${t.newGroup} @click=${() => openDialog('group')}>${icons.group}</button>
      <button class="icon-button" aria-label=${t.menu} @click=${() => openDialog('account')}>${icons.menu}</button>
    </header>
    <nav class="rooms" aria-label=${t.rooms}>
      ${rooms.length === 0 ? empty() : html`<ul>
        ${repeat(rooms, (room) => room.id, item)}
      </ul>`}
    </nav>
    ${orphans().length === 0
      ? nothing
      : html`<button class="orphans" @click=${() => openDialog('unsent')}>${icons.warning} ${t.orphans(orphans().length)}</button>`}
  </div>`;
}

const empty = () => html`<div class="empty">
  <p class="empty-title">${t.noRooms}</p>
  <p>${t.noRoomsHint}</p>
  <button class="primary" @click=${() => openDialog('search')}>${t.newDirect}</button>
  <button @click=${() => openDialog('group')}>${t.newGroup}</button>
</div>`;

/** Messages of rooms that no longer exist: they are not visible anywhere else. */
export const orphans = () => state.outbox.filter((m) => isUnsent(m) && !isFor(m, state.rooms.get(m.room)));

function item(room) {
  const name = roomName(room);
  const open = state.view?.id === room.id;
  const group = room.kind === 'GROUP';
  return html`<li>
    <a href="#/room/${room.id}" class="room ${open ? 'open' : ''} ${room.unread > 0 ? 'has-unread' : ''}"
      aria-current=${open ? 'page' : nothing}>
      ${avatar(name, group)}
      <span class="room-name"><bdi>${name}</bdi></span>
      <span class="room-time">${shortTime(new Date(room.lastMessage?.sentAt ?? room.createdAt))}</span>
      <span class="room-last" dir="auto">${preview(room, group)}</span>
      ${room.unread === 0
        ? nothing
        : html`<span class="count" aria-hidden="true">${t.unread(room.unread)}</span>
            <span class="sr">${t.unreadLong(room.unread)}</span>`}
    </a>
  </li>`;
}

function preview(room, group) {
  const waiting = state.outbox.filter((m) => isFor(m, room) && !isUnsent(m));
  if (waiting.length > 0) {
    return html`<span class="waiting">${icons.clock}<span class="sr">${t.waitingShort}</span></span>
      ${waiting[waiting.length - 1].body}`;
  }
  const last = room.lastMessage;
  if (!last) return nothing;
  const text = summary(last);
  const mine = last.sender === state.me.username;
  return isText(last) && (group || mine) ? t.preview(nameOrYou(last.sender), text) : text;
}

/** Goes to the room below (1) or above (-1) the open one. */
export function goToAdjacent(step) {
  const rooms = roomsByActivity();
  const at = rooms.findIndex((room) => room.id === state.view?.id);
  const next = rooms[at === -1 ? 0 : at + step];
  if (next) goToRoom(next.id);
}

/** Goes to the next room with unread messages, from the open one downwards and then from the top. */
export function goToNextUnread() {
  const rooms = roomsByActivity();
  const at = rooms.findIndex((room) => room.id === state.view?.id);
  const around = [...rooms.slice(at + 1), ...rooms.slice(0, at + 1)];
  const next = around.find((room) => room.unread > 0);
  if (next) goToRoom(next.id);
}

export function goToRoom(id) {
  location.hash = `#/room/${id}`;
}

// The open room: its header, its lines and the composer.

import { chat } from '../chat/chat.js';
import { goToEnd, goToFirstUnread } from '../chat/conversation.js';
import { markAllRead } from '../chat/cursor.js';
import { hasSeen } from '../chat/rooms.js';
import { state } from '../state.js';
import { t } from '../strings.js';
import { isText } from '../wire/kinds.js';
import { composer } from './composer.js';
import { avatar, roomName } from './format.js';
import { html, keyed, nothing, repeat } from './html.js';
import { icons } from './icons.js';
import { items, line } from './line.js';
import { openDialog } from './modal.js';

export function conversation() {
  const view = state.view;
  const room = view && state.rooms.get(view.id);
  if (!room) {
    return html`<section class="conversation none" id="conversation" tabindex="-1" aria-label=${t.choose}>
      <p class="empty-title">${t.choose}</p>
      <p>${t.chooseHint}</p>
    </section>`;
  }
  return html`<section class="conversation" id="conversation" tabindex="-1" aria-label=${t.conversation(roomName(room))}>
    ${header(room, view)}
    <div class="middle">
      ${pillAbove(view, room)} ${keyed(view, lines(view, room))} ${pillBelow(view, room)}
    </div>
    <p class="typing" aria-live="off">${view.typing.size > 0 ? t.typing([...view.typing.keys()]) : nothing}</p>
    ${composer(room)}
  </section>`;
}

function header(room, view) {
  const name = roomName(room);
  const group = room.kind === 'GROUP';
  return html`<header class="bar">
    <a class="icon-button back" href="#/" aria-label=${t.back}>${icons.back}</a>
    ${avatar(name, group)}
    <h2 class="title"><bdi>${name}</bdi>
      ${group && view.members.length > 0 ? html`<small>${t.members(view.members.length)}</small>` : nothing}</h2>
    <button class="icon-button" aria-label=${t.details} @click=${() => openDialog('details')}>
      ${icons.details}</button>
  </header>`;
}

function lines(view, room) {
  const readers = view.members.filter((member) => member.username !== state.me.username);
  const isSeen = (entry) => readers.some((member) => hasSeen(member, entry));
  const seen = view.lines.findLast((e) => isText(e) && e.sender === state.me.username && isSeen(e));
  const all = items(view, room);
  return html`<div class="lines" tabindex="0" role="region" aria-label=${t.messages}>
    ${view.atStart
      ? html`<p class="beginning">${all.length === 0 ? t.emptyRoom : t.beginning}</p>`
      : html`<p class="loading">${t.loadingOlder}</p>`}
    <ol role="list">${repeat(all, (item) => item.id, (item) => line(item, readers, seen?.seq))}</ol>
  </div>`;
}

function pillAbove(view, room) {
  if (view.unreadAbove === null || room.unread === 0) return nothing;
  return html`<div class="pill above">
    <span>${t.unreadAbove(view.unreadAbove)}</span>
    <button @click=${() => goToFirstUnread(chat)}>${icons.up} ${t.jump}</button>
    ${markReadButton(room)}
  </div>`;
}

/** Leads down: to the first unread line, or to the newest one if the unread lines follow the visible ones already. */
function pillBelow(view, room) {
  const unread = ['next', 'below'].includes(view.unreadAt) ? room.unread : 0;
  if (!view.away && unread === 0) return nothing;
  const go = unread > 0 && view.unreadAt === 'below' ? goToFirstUnread : goToEnd;
  return html`<div class="pill below">
    <button @click=${() => go(chat)}>${icons.down} ${t.newBelow(unread)}</button>
    ${unread > 0 ? markReadButton(room) : nothing}
  </div>`;
}

const markReadButton = (room) => html`<button @click=${() => skipUnread(room)}>${t.markRead}</button>`;

/** Marks everything in the room as read and goes to its end. */
export function skipUnread(room) {
  markAllRead(chat, room.id);
  return goToEnd(chat);
}

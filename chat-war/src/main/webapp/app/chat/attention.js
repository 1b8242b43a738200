// Telling somebody who looks elsewhere: the title, the icon, notifications, and what a screen reader says.

import { state, changed, pause } from '../state.js';
import { t } from '../strings.js';
import { countsAsUnread } from '../wire/kinds.js';
import { oneLine, personName, roomName } from '../views/words.js';
import { unreadInAll } from './rooms.js';

const WANTED = 'chat-notifications';
const MANY = 3;
const GRACE = 1000;

/** Whether this browser could show notifications from this page. */
export const canNotify = () => 'Notification' in window && Notification.permission !== 'denied';

export const wantsNotifications = () => canNotify() && localStorage.getItem(WANTED) === 'yes';

/** Turns notifications on or off; the browser may ask. */
export async function wantNotifications(wanted) {
  const allowed = wanted && (await Notification.requestPermission()) === 'granted';
  localStorage.setItem(WANTED, allowed ? 'yes' : 'no');
  changed();
}

/** Entries have come into the journal by this tab. */
export function notify(chat, room, fresh) {
  const texts = fresh.filter((m) => countsAsUnread(m) && m.sender !== chat.me.username && m.seq > room.cursor);
  if (texts.length === 0) return;
  if (state.view?.id === room.id && document.visibilityState === 'visible') {
    changed({ spoken: texts.map((m) => t.said(personName(m.sender), oneLine(m))).join('\n') });
  } else if (document.visibilityState === 'hidden' && wantsNotifications()) {
    showNotifications(chat, room, texts);
  }
}

/** Waits a moment, because another tab or device may be showing the messages already. */
async function showNotifications(chat, room, texts) {
  await pause(GRACE);
  const unread = texts.filter((m) => m.seq > (state.rooms.get(room.id)?.cursor ?? Infinity));
  if (unread.length === 0 || chat.signal.aborted) return;
  if (unread.length > MANY) return popUp(room, roomName(room), t.manyNew(unread.length));
  const group = room.kind === 'GROUP' ? roomName(room) : null;
  unread.forEach((m) => popUp(room, t.notificationTitle(personName(m.sender), group), oneLine(m), m.seq));
}

function popUp(room, title, body, seq = 'many') {
  try {
    const shown = new Notification(title, { body, tag: `${room.id}-${seq}`, icon: 'icon.svg' });
    shown.onclick = () => {
      window.focus();
      location.hash = `#/room/${room.id}`;
      shown.close();
    };
  } catch {
    // Some browsers have the name but show notifications only for installed pages.
  }
}

let iconShows = 0;

/** Puts the number of unread messages into title and icon; to be called after every drawing. */
export function showInTab() {
  const unread = state.phase === 'in' ? unreadInAll() : 0;
  const room = state.view && state.rooms.get(state.view.id);
  const title = t.title(unread, room && roomName(room));
  if (document.title !== title) document.title = title;
  if (unread !== iconShows) {
    iconShows = unread;
    document.querySelector('link[rel=icon]').href = unread === 0 ? 'icon.svg' : icon(unread > 99 ? '99' : unread);
  }
}

const icon = (number) =>
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
      '<path d="M12 8h40a8 8 0 0 1 8 8v26a8 8 0 0 1-8 8H30L16 60V50h-4a8 8 0 0 1-8-8V16a8 8 0 0 1 8-8z" fill="#2f6f66"/>' +
      '<circle cx="42" cy="40" r="22" fill="#b3261e"/><text x="42" y="51" font-family="sans-serif" font-size="30" ' +
      `font-weight="700" text-anchor="middle" fill="#fff">${number}</text></svg>`,
  );

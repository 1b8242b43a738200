// Announces new messages: notifications, the title and icon of the tab, and the live region for screen readers.

import { isWatched } from '../chat/presence.js';
import { totalUnread } from '../chat/rooms.js';
import { scheduleRender, setState, state } from '../state.js';
import { t } from '../strings.js';
import { delay } from '../timing.js';
import { ownName } from '../wire/base.js';
import { countsAsUnread } from '../wire/kinds.js';
import { displayName, roomName, summary } from './format.js';

const SETTING = ownName('chat-notifications');
const MAX_SINGLE = 3; // more messages than that become one notification
const GRACE_PERIOD = 1000;

/** Whether this browser allows notifications from this page. */
export const canNotify = () => 'Notification' in window && Notification.permission !== 'denied';

export const isNotifying = () => canNotify() && localStorage.getItem(SETTING) === 'yes';

/** Turns notifications on or off; the browser may ask the user. */
export async function setNotifying(enabled) {
  const allowed = enabled && (await Notification.requestPermission()) === 'granted';
  localStorage.setItem(SETTING, allowed ? 'yes' : 'no');
  scheduleRender();
}

/** Announces entries that were added to the journal by this tab. */
export function notify(chat, room, added) {
  const texts = added.filter((m) => countsAsUnread(m) && m.sender !== chat.me.username && m.seq > room.cursor);
  if (texts.length === 0) return;
  if (state.view?.id === room.id && isWatched()) {
    setState({ spoken: texts.map((m) => t.said(displayName(m.sender), summary(m))).join('\n') });
  } else if (!isWatched() && isNotifying()) {
    showNotifications(chat, room, texts);
  }
}

/** Tells that another member has added this account to a group. The list of rooms marks it, too. */
export function announceInvitation(room) {
  const text = t.invited(roomName(room));
  setState({ spoken: text });
  if (!isWatched() && isNotifying()) showNotification(room, roomName(room), text, 'invitation');
}

/** Waits a moment, because another tab or device may already be showing the messages. */
async function showNotifications(chat, room, texts) {
  await delay(GRACE_PERIOD);
  const unread = texts.filter((m) => m.seq > (state.rooms.get(room.id)?.cursor ?? Infinity));
  if (unread.length === 0 || chat.signal.aborted) return;
  if (unread.length > MAX_SINGLE) return showNotification(room, roomName(room), t.manyNew(unread.length));
  const group = room.kind === 'GROUP' ? roomName(room) : null;
  unread.forEach((m) => showNotification(room, t.notificationTitle(displayName(m.sender), group), summary(m), m.seq));
}

function showNotification(room, title, body, seq = 'many') {
  try {
    const notification = new Notification(title, { body, tag: `${room.id}-${seq}`, icon: 'icon.svg' });
    notification.onclick = () => {
      window.focus();
      location.hash = `#/room/${room.id}`;
      notification.close();
    };
  } catch {
    // Some browsers have the class but show notifications only for installed pages.
  }
}

let iconCount = 0;

/** Shows the number of unread messages in title and icon; to be called after every rendering. */
export function updateTitle() {
  const unread = state.phase === 'in' ? totalUnread() : 0;
  const room = state.view && state.rooms.get(state.view.id);
  const title = t.title(unread, room && roomName(room));
  if (document.title !== title) document.title = title;
  if (unread !== iconCount) {
    iconCount = unread;
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

// How names, times and texts are formatted.

import { state } from '../state.js';
import { t } from '../strings.js';
import { isText } from '../wire/kinds.js';
import { html } from './html.js';

/** The name of a room: the group's, or the other member's. */
export const roomName = (room) => (room.kind === 'GROUP' ? room.name : (room.peer ?? t.deletedAccount));

/** The name of an account as other accounts see it. */
export const displayName = (username) => username ?? t.deletedAccount;

const isMe = (username) => username === state.me.username;

/** "You", or the name of another account. */
export const nameOrYou = (username) => (isMe(username) ? t.you : displayName(username));

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' });
const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });
const dateAndYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });
const shortDate = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

export const time = (instant) => clock.format(instant);

const dayStart = (instant) => new Date(instant.getFullYear(), instant.getMonth(), instant.getDate());

const daysAgo = (instant) => Math.round((dayStart(new Date()) - dayStart(instant)) / 86_400_000);

/** The day as a heading: Today, Yesterday, Monday, 3 March, 3 March 2024. */
export function day(instant) {
  const ago = daysAgo(instant);
  if (ago === 0) return t.today;
  if (ago === 1) return t.yesterday;
  if (ago > 1 && ago < 7) return weekday.format(instant);
  return (instant.getFullYear() === new Date().getFullYear() ? date : dateAndYear).format(instant);
}

/** A short form of an instant: the time if it is today, otherwise the day. */
export const shortTime = (instant) => (daysAgo(instant) === 0 ? time(instant) : shortDate.format(instant));

/** Describes an entry that is not a text. */
export function describe(entry) {
  const by = nameOrYou(entry.sender);
  const who = nameOrYou(entry.username);
  switch (entry.kind) {
    case 'created':
      return t.created(by, entry.name);
    case 'joined':
      return t.joined(who);
    case 'left':
      return t.leftRoom(who);
    case 'removed':
      return t.removed(who, by);
    case 'renamed':
      return t.renamed(by, entry.name);
    case 'role':
      return t.role(by, who, entry.role === 'OWNER');
    default:
      return t.unknownKind(entry.kind);
  }
}

/** An entry in one line, for lists, notifications and screen readers. */
export function summary(entry) {
  if (!isText(entry)) return describe(entry);
  return entry.expired ? t.expired : entry.body.replace(/\s+/g, ' ');
}

const HUES = 8;

/** The CSS class of a name's colour, the same everywhere. */
export function hue(name) {
  let sum = 0;
  for (const letter of name ?? '') sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return `hue${sum % HUES}`;
}

const initial = (name) => [...(name ?? '?')][0].toUpperCase();

/** The avatar of a person (round) or group (square). */
export const avatar = (name, group) =>
  html`<span class="avatar ${hue(name)} ${group ? 'square' : ''}" aria-hidden="true">${initial(name)}</span>`;

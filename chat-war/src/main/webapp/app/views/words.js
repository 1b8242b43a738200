// How names, times and texts are written.

import { state } from '../state.js';
import { t } from '../strings.js';
import { isText } from '../wire/kinds.js';
import { html } from './html.js';

/** What a room is called: the group's name, or the other person's. */
export const roomName = (room) => (room.kind === 'GROUP' ? room.name : (room.peer ?? t.deletedAccount));

/** Somebody's name as others see it. */
export const personName = (username) => username ?? t.deletedAccount;

const isMe = (username) => username === state.me.username;

/** "You", or somebody's name. */
export const whoever = (username) => (isMe(username) ? t.you : personName(username));

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

/** When something happened, in few letters: the time today, else the day. */
export const briefly = (instant) => (daysAgo(instant) === 0 ? time(instant) : shortDate.format(instant));

/** What an entry that is not a text says. */
export function happened(entry) {
  const by = whoever(entry.sender);
  const who = whoever(entry.username);
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

/** The text of an entry in one line, for lists and for screen readers. */
export function oneLine(entry) {
  if (!isText(entry)) return happened(entry);
  return entry.expired ? t.expired : entry.body.replace(/\s+/g, ' ');
}

const LINK = /https?:\/\/[^\s<>"'`]+/gi;
const NOT_ITS_END = /[.,;:!?)\]}…»”’]+$/u;

/** A text with its links made clickable. A closing bracket belongs to a link that has the opening one. */
export function linked(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    let link = match[0].replace(NOT_ITS_END, '');
    if (match[0][link.length] === ')' && link.includes('(')) link += ')';
    if (!URL.canParse?.(link) && !parses(link)) continue;
    parts.push(text.slice(from, match.index));
    parts.push(html`<a href=${link} target="_blank" rel="noopener noreferrer">${link}</a>`);
    from = match.index + link.length;
  }
  return [...parts, text.slice(from)];
}

function parses(link) {
  try {
    return Boolean(new URL(link));
  } catch {
    return false;
  }
}

const HUES = 8;

/** A class that gives a name its colour, the same everywhere. */
export function hue(name) {
  let sum = 0;
  for (const letter of name ?? '') sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return `hue${sum % HUES}`;
}

/** The first letter of a name, for its sign. */
export const initial = (name) => [...(name ?? '?')][0].toUpperCase();

/** The round sign of a person or group. */
export const sign = (name, group) =>
  html`<span class="sign ${hue(name)} ${group ? 'square' : ''}" aria-hidden="true">${initial(name)}</span>`;

// One line of a conversation.
//
// 1. Text is inserted as text; see linkify.js for links.
// 2. A message of our own has the same id while it waits and when it is in the log, so that nothing jumps.
// 3. The line counts as shown when its element of class "end" was on screen.

import { hasSeen, isFor } from '../chat/rooms.js';
import { state } from '../state.js';
import { t } from '../strings.js';
import { isText } from '../wire/kinds.js';
import { day, describe, displayName, hue, time } from './format.js';
import { html, nothing } from './html.js';
import { icons } from './icons.js';
import { linkify } from './linkify.js';
import { isUnsent, status, waitingActions, waitingStatus } from './waiting.js';

const GROUPING_TIME = 5 * 60_000; // messages of a sender within it are shown together
const ONLY_EMOJI = /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\s]){1,12}$/u;

/** The items of a view in order: day headings, the unread marker, entries, and messages of the outbox. */
export function items(view, room) {
  const result = [];
  const put = itemCollector(result, view.marker);
  const keys = new Set();
  for (const entry of view.lines) {
    if (entry.key) keys.add(entry.key);
    put(entry, { id: entry.key ?? entry.seq, entry, sender: isText(entry) ? displayName(entry.sender) : undefined });
  }
  if (view.atEnd) {
    for (const waiting of state.outbox.filter((m) => isFor(m, room) && !keys.has(m.key))) {
      put(waiting, { id: waiting.key, waiting, sender: state.me.username });
    }
  }
  return result;
}

/** A function that adds the items of one entry after the other to a list. */
function itemCollector(list, marker) {
  let previous = null;
  const heading = (item) => {
    list.push(item);
    previous = null;
  };
  return (entry, item) => {
    const at = new Date(entry.sentAt ?? entry.writtenAt);
    if (!previous || day(previous.at) !== day(at)) heading({ id: `day ${at.toDateString()}`, day: at });
    if (marker !== null && entry.seq === marker + 1) heading({ id: 'marker', marker: true });
    const follows = item.sender !== undefined && previous?.sender === item.sender && at - previous.at < GROUPING_TIME;
    list.push({ ...item, at, follows });
    previous = { at, sender: item.sender };
  };
}

/** Renders an item of items(). */
export function line(item, readers, lastSeen) {
  if (item.day) return html`<li class="day"><span>${day(item.day)}</span></li>`;
  if (item.marker) return html`<li class="marker"><span>${t.newLine}</span></li>`;
  if (item.waiting) return waitingLine(item);
  const { entry } = item;
  if (!isText(entry)) {
    return html`<li class="event" data-seq=${entry.seq} dir="auto">${describe(entry)}${end(entry)}</li>`;
  }
  const own = entry.sender === state.me.username;
  return html`<li class="line ${own ? 'own' : ''} ${item.follows ? 'follows' : ''}" data-seq=${entry.seq}>
    ${own ? html`<span class="sr">${t.you}</span>` : sender(item)}
    <div class="bubble">
      ${text(entry.expired ? t.expired : entry.body, entry.expired)}
      <span class="meta">${timestamp(item.at)}${own ? entryStatus(readers, entry) : nothing}</span>
    </div>
    ${own && entry.seq === lastSeen ? html`<div class="seen">${seenLabel(readers, entry)}</div>` : nothing}
    ${end(entry)}
  </li>`;
}

const end = (entry) => html`<span class="end" data-seq=${entry.seq}></span>`;

const timestamp = (instant) => html`<time datetime=${instant.toISOString()}>${time(instant)}</time>`;

const sender = (item) =>
  html`<div class="sender ${hue(item.sender)} ${item.follows ? 'sr' : ''}"><bdi>${item.sender}</bdi></div>`;

const text = (body, expired) =>
  html`<div class="body ${expired ? 'expired' : ''} ${ONLY_EMOJI.test(body) ? 'emoji' : ''}" dir="auto">${linkify(body)}</div>`;

const seenBy = (readers, entry) => readers.filter((member) => hasSeen(member, entry));

const entryStatus = (readers, entry) =>
  seenBy(readers, entry).length > 0
    ? status(icons.checks, t.seen, 'is-seen')
    : status(icons.check, t.stored, 'is-stored');

const MAX_NAMES = 3;

function seenLabel(readers, entry) {
  const names = seenBy(readers, entry).map((member) => member.username);
  if (readers.length === 1) return t.seen;
  const named = names.slice(0, MAX_NAMES).join(', ');
  return names.length > MAX_NAMES ? t.seenByMore(named, names.length - MAX_NAMES) : t.seenBy(named);
}

function waitingLine(item) {
  const { waiting } = item;
  return html`<li class="line own ${item.follows ? 'follows' : ''} ${isUnsent(waiting) ? 'refused' : 'waiting'}">
    <span class="sr">${t.you}</span>
    <div class="bubble">
      ${text(waiting.body)}
      <span class="meta">${timestamp(item.at)}${waitingStatus(waiting)}</span>
    </div>
    ${waitingActions(waiting)}
  </li>`;
}

// One line of a conversation.
//
// 1. Text is inserted as text; only http and https links become links.
// 2. A line of our own has the same identity while it waits and when it is in the log, so nothing jumps.
// 3. The element of class "end" is what has to be on screen for the line to count as shown.

import { discard } from '../chat/chat.js';
import { hasSeen, isFor } from '../chat/rooms.js';
import { state } from '../state.js';
import { t } from '../strings.js';
import { isText } from '../wire/kinds.js';
import { html, nothing } from './html.js';
import { icons } from './icons.js';
import { day, happened, hue, linked, personName, time } from './words.js';
import { setDraft } from './composer.js';

const TOGETHER = 5 * 60_000;
const ONLY_EMOJI = /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\s]){1,12}$/u;

/** The items of a view in order: day headings, the unread line, entries, and what waits. */
export function items(view, room) {
  const result = [];
  const keys = new Set();
  let before = null;
  const put = (entry, item) => {
    const starts = new Date(entry.sentAt ?? entry.writtenAt);
    if (!before || day(before.at) !== day(starts)) {
      result.push({ id: `day ${starts.toDateString()}`, day: starts });
      before = null;
    }
    if (view.marker !== null && entry.seq === view.marker + 1) {
      result.push({ id: 'marker', marker: true });
      before = null;
    }
    const follows = item.sender !== undefined && before?.sender === item.sender && starts - before.at < TOGETHER;
    result.push({ ...item, at: starts, follows });
    before = { at: starts, sender: item.sender };
  };
  for (const entry of view.lines) {
    if (entry.key) keys.add(entry.key);
    put(entry, { id: entry.key ?? entry.seq, entry, sender: isText(entry) ? personName(entry.sender) : undefined });
  }
  if (view.atEnd) {
    for (const waiting of state.outbox.filter((m) => isFor(m, room) && !keys.has(m.key))) {
      put(waiting, { id: waiting.key, waiting, sender: state.me.username });
    }
  }
  return result;
}

/** Draws an item of items(). */
export function line(item, readers, lastSeen) {
  if (item.day) return html`<li class="day"><span>${day(item.day)}</span></li>`;
  if (item.marker) return html`<li class="marker"><span>${t.newLine}</span></li>`;
  if (item.waiting) return waitingLine(item);
  const { entry } = item;
  if (!isText(entry)) {
    return html`<li class="event" data-seq=${entry.seq} dir="auto">${happened(entry)}${end(entry)}</li>`;
  }
  const own = entry.sender === state.me.username;
  return html`<li class="line ${own ? 'own' : 'other'} ${item.follows ? 'follows' : ''}" data-seq=${entry.seq}>
    ${own ? html`<span class="sr">${t.you}</span>` : who(item)}
    <div class="bubble">
      ${body(entry.expired ? t.expired : entry.body, entry.expired)}
      <span class="meta">${at(item.at)}${own ? mark(readers, entry) : nothing}</span>
    </div>
    ${own && entry.seq === lastSeen ? html`<div class="seen">${seenBy(readers, entry)}</div>` : nothing}
    ${end(entry)}
  </li>`;
}

const end = (entry) => html`<span class="end" data-seq=${entry.seq}></span>`;

const at = (instant) => html`<time datetime=${instant.toISOString()}>${time(instant)}</time>`;

const who = (item) =>
  html`<div class="who ${hue(item.sender)} ${item.follows ? 'sr' : ''}"><bdi>${item.sender}</bdi></div>`;

const body = (text, expired) =>
  html`<div class="body ${expired ? 'expired' : ''} ${ONLY_EMOJI.test(text) ? 'emoji' : ''}" dir="auto">${linked(text)}</div>`;

const stateMark = (icon, words, kind) => html`<span class="mark ${kind}">${icon}<span class="sr">${words}</span></span>`;

const reading = (readers, entry) => readers.filter((member) => hasSeen(member, entry));

const mark = (readers, entry) =>
  reading(readers, entry).length > 0
    ? stateMark(icons.checks, t.seen, 'is-seen')
    : stateMark(icons.check, t.stored, 'is-stored');

const NAMED = 3;

function seenBy(readers, entry) {
  const names = reading(readers, entry).map((member) => member.username);
  if (readers.length === 1) return t.seen;
  const named = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? t.seenByMore(named, names.length - NAMED) : t.seenBy(named);
}

function waitingLine(item) {
  const { waiting } = item;
  const refused = waiting.state === 'refused';
  return html`<li class="line own ${item.follows ? 'follows' : ''} ${refused ? 'refused' : 'waiting'}">
    <span class="sr">${t.you}</span>
    <div class="bubble">
      ${body(waiting.body)}
      <span class="meta">${at(item.at)}${waitingMark(waiting)}</span>
    </div>
    ${refused
      ? html`<div class="refusal">${t.refused(waiting.reason)}
          <button class="link" @click=${() => editAgain(waiting)}>${t.editAgain}</button>
          <button class="link" @click=${() => discard(waiting.n)}>${t.discard}</button></div>`
      : nothing}
  </li>`;
}

function waitingMark({ state: its }) {
  if (its === 'refused') return stateMark(icons.warning, t.refused(''), 'is-refused');
  return its === 'stored' ? stateMark(icons.check, t.stored, 'is-stored') : stateMark(icons.clock, t.waiting, 'is-waiting');
}

async function editAgain(waiting) {
  setDraft(waiting.room, waiting.body);
  await discard(waiting.n);
}

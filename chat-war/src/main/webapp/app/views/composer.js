// Where messages are written. A draft stays with its room, also over a reload.

import { chat, write } from '../chat/chat.js';
import { changed } from '../state.js';
import { addDraft, draft, giveBack, handedOver, handOver, keepDraft } from '../store/drafts.js';
import { t } from '../strings.js';
import { html, live, nothing } from './html.js';
import { icons } from './icons.js';
import { roomName } from './words.js';

const LONGEST = 4000;
const COUNTS_FROM = 3600;
const TYPING_EVERY = 3000;

/** Puts a text where the next message of a room is written, before what is there. */
export function setDraft(roomId, text) {
  addDraft(roomId, text);
  changed();
  focusComposer();
}

export const focusComposer = () => document.querySelector('.composer textarea')?.focus();

export function composer(room) {
  if (room.kind === 'DIRECT' && !room.peer) return html`<p class="composer closed">${t.peerGone}</p>`;
  const text = draft(room.id);
  const length = [...text].length;
  return html`<form class="composer" @submit=${(event) => submit(event, room)}>
    <textarea rows="1" dir="auto" aria-label=${t.write(roomName(room))} placeholder=${t.write(roomName(room))}
      .value=${live(text)} @input=${(event) => typed(event, room)} @keydown=${keyDown}
      enterkeyhint="send" autocomplete="off"></textarea>
    ${length < COUNTS_FROM ? nothing : html`<span class="length ${length > LONGEST ? 'too-long' : ''}" role="status">
      ${length > LONGEST ? t.tooLong(length - LONGEST) : t.remaining(LONGEST - length)}</span>`}
    <button class="send" aria-label=${t.send} ?disabled=${!canSend(text)}>${icons.send}</button>
  </form>`;
}

const canSend = (text) => text.trim() !== '' && [...text].length <= LONGEST;

let typingAt = 0;

function typed(event, room) {
  keepDraft(room.id, event.target.value);
  if (Date.now() - typingAt > TYPING_EVERY) {
    typingAt = Date.now();
    chat.live.send({ type: 'typing', room: room.id });
  }
  changed();
}

function keyDown(event) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}

async function submit(event, room) {
  event.preventDefault();
  const text = draft(room.id).replace(/\r\n?/g, '\n');
  if (!canSend(text)) return;
  try {
    await sendDraft(room, text);
  } catch (e) {
    changed({ notice: t.notKept });
    focusComposer();
    chat.failed(e);
  }
}

async function sendDraft(room, text) {
  const key = handOver(room.id, text);
  changed();
  try {
    await write(key, text);
  } catch (e) {
    giveBack(room.id, key, text);
    throw e;
  }
  handedOver(room.id, key);
}

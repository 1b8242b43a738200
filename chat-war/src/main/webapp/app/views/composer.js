// The composer of the open room. A draft stays with its room and survives a reload.

import { chat } from '../chat/chat.js';
import { cancelSending, draft, finishSending, saveDraft, startSending } from '../chat/drafts.js';
import { write } from '../chat/outgoing.js';
import { scheduleRender, setState } from '../state.js';
import { t } from '../strings.js';
import { html, live, nothing } from './html.js';
import { icons } from './icons.js';
import { hasTouchKeyboard, isInputMethodKey } from './keyboard.js';
import { roomName } from './format.js';

const MAX_LENGTH = 4000;
const COUNTER_FROM = 3600;
const TYPING_INTERVAL = 3000;

export const focusComposer = () => document.querySelector('.composer textarea')?.focus();

export function composer(room) {
  if (room.kind === 'DIRECT' && !room.peer) return html`<p class="composer closed">${t.peerGone}</p>`;
  const text = draft(room.id);
  const length = [...text].length;
  return html`<form class="composer" @submit=${(event) => onSubmit(event, room)}>
    <textarea rows="1" dir="auto" aria-label=${t.write(roomName(room))} placeholder=${t.write(roomName(room))}
      .value=${live(text)} @input=${(event) => onInput(event, room)} @keydown=${onKeyDown}
      enterkeyhint=${hasTouchKeyboard() ? 'enter' : 'send'} autocomplete="off"></textarea>
    ${length < COUNTER_FROM ? nothing : html`<span class="length ${length > MAX_LENGTH ? 'too-long' : ''}" role="status">
      ${length > MAX_LENGTH ? t.tooLong(length - MAX_LENGTH) : t.remaining(MAX_LENGTH - length)}</span>`}
    <button class="send" aria-label=${t.send} ?disabled=${!canSend(text)}>${icons.send}</button>
  </form>`;
}

const canSend = (text) => text.trim() !== '' && [...text].length <= MAX_LENGTH;

let typingSentAt = 0;

function onInput(event, room) {
  saveDraft(room.id, event.target.value);
  if (Date.now() - typingSentAt > TYPING_INTERVAL) {
    typingSentAt = Date.now();
    chat.sendFrame({ type: 'typing', room: room.id });
  }
  scheduleRender();
}

/** Enter sends, except on a touch keyboard, which has no other key for a new line; Ctrl Enter sends everywhere. */
function onKeyDown(event) {
  if (event.key !== 'Enter' || isInputMethodKey(event)) return;
  const sends = event.ctrlKey || event.metaKey || !(event.shiftKey || hasTouchKeyboard());
  if (sends) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}

async function onSubmit(event, room) {
  event.preventDefault();
  const text = draft(room.id).replace(/\r\n?/g, '\n');
  if (!canSend(text)) return;
  try {
    await sendDraft(room, text);
  } catch (e) {
    setState({ notice: t.notStored });
    focusComposer();
    chat.handleError(e);
  }
}

async function sendDraft(room, text) {
  const key = startSending(room.id, text);
  scheduleRender();
  try {
    await write(chat, key, text);
  } catch (e) {
    cancelSending(room.id, key, text);
    throw e;
  }
  finishSending(room.id, key);
}

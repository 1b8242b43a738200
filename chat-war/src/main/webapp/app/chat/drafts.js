// Drafts: texts that are not in the outbox yet. They belong to the tab and survive a reload (sessionStorage).
//
// 1. At any moment a text is a draft, or being sent, or in the outbox; so it is not lost whenever the page goes.
// 2. A text that is being sent already has its key: when the page starts, the key shows whether the text reached the
//    outbox or becomes a draft again. The same holds for a text on its way back.

import { state } from '../state.js';
import { hasKey, newKey } from '../store/outbox.js';
import { ownName } from '../wire/base.js';

const item = (kind, roomId) => ownName(`chat-${kind}:${state.me.accountId}:${roomId}`);

/** The draft of a room; '' if there is none. */
export const draft = (roomId) => sessionStorage.getItem(item('draft', roomId)) ?? '';

/** Replaces the draft of a room. */
export const saveDraft = (roomId, text) => sessionStorage.setItem(item('draft', roomId), text);

/** Puts a text before the draft of a room. */
function prependDraft(roomId, text) {
  const old = draft(roomId);
  saveDraft(roomId, old === '' ? text : `${text}\n${old}`);
}

/** Turns the draft of a room into a text that is being sent, and returns its new key. */
export function startSending(roomId, text) {
  const key = newKey();
  sessionStorage.setItem(`${item('sending', roomId)}:${key}`, text);
  sessionStorage.removeItem(item('draft', roomId));
  return key;
}

/** A message is about to be taken out of the outbox. */
export const startRestoring = ({ room, key, body }) => sessionStorage.setItem(`${item('sending', room)}:${key}`, body);

/** The message is out of the outbox: its text is a draft again. */
export const restoreDraft = ({ room, key, body }) => cancelSending(room, key, body);

/** The text is in the outbox. */
export const finishSending = (roomId, key) => sessionStorage.removeItem(`${item('sending', roomId)}:${key}`);

/** The text did not reach the outbox and is a draft again. */
export function cancelSending(roomId, key, text) {
  finishSending(roomId, key); // first, as there may not be space for both
  prependDraft(roomId, text);
}

/** Makes drafts of the texts that were being sent when the page went and did not reach the outbox. */
export async function recoverDrafts(chat) {
  const prefix = item('sending', '');
  const sending = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
  for (const name of sending.sort().reverse()) {
    const [roomId, key] = name.slice(prefix.length).split(':');
    if (await hasKey(chat, key)) finishSending(roomId, key);
    else cancelSending(roomId, key, sessionStorage.getItem(name));
  }
}

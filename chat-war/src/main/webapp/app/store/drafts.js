// What is being written, and is not in the outbox yet. It is the tab's own and outlives a reload (sessionStorage).
//
// 1. A text is in a draft, or on its way into the outbox, or in the outbox; whenever the page goes, in one of them.
// 2. On its way it has its key already: a page that starts finds by it which of them got there, and which is a draft again.

import { state } from '../state.js';
import { holds, newKey } from './outbox.js';

const at = (kind, roomId) => `chat-${kind}:${state.me.accountId}:${roomId}`;

/** What is being written for a room; '' if nothing is. */
export const draft = (roomId) => sessionStorage.getItem(at('draft', roomId)) ?? '';

/** This is being written for a room now. */
export const keepDraft = (roomId, text) => sessionStorage.setItem(at('draft', roomId), text);

/** Puts a text before what is being written for a room. */
export function addDraft(roomId, text) {
  const old = draft(roomId);
  keepDraft(roomId, old === '' ? text : `${text}\n${old}`);
}

/** Empties a room's draft, as its text is about to be written to the outbox under a key; returns the key. */
export function handOver(roomId, text) {
  const key = newKey();
  sessionStorage.setItem(`${at('sending', roomId)}:${key}`, text);
  sessionStorage.removeItem(at('draft', roomId));
  return key;
}

/** A text that was handed over has got there. */
export const handedOver = (roomId, key) => sessionStorage.removeItem(`${at('sending', roomId)}:${key}`);

/** A text that was handed over did not get there, and is a draft again. */
export function giveBack(roomId, key, text) {
  handedOver(roomId, key); // first, as both may not have room
  addDraft(roomId, text);
}

/** Makes drafts of what this tab was handing over when its page went and what did not get there. */
export async function takeBack(chat) {
  const mine = at('sending', '');
  const sending = Object.keys(sessionStorage).filter((name) => name.startsWith(mine));
  for (const name of sending.sort().reverse()) {
    const [roomId, key] = name.slice(mine.length).split(':');
    if (await holds(chat, key)) handedOver(roomId, key);
    else giveBack(roomId, key, sessionStorage.getItem(name));
  }
}

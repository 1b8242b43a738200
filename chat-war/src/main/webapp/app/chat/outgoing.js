// Messages on their way out: the outbox as the views show it, and what the user can do with a message in it.
//
// 1. A message leaves the outbox that is shown only after its entry is among the lines of the open room, so that it is on screen
//    all the time, and once.

import * as outbox from '../store/outbox.js';
import { scheduleRender, setState, state } from '../state.js';
import { goToEnd, refresh } from './conversation.js';
import { finishSending, restoreDraft, startRestoring } from './drafts.js';
import { retrySending, wakeSender } from './sender.js';

const PATIENCE = 2000;

let shown = Promise.resolve(); // the end of the last call

/** Copies the outbox into the state; one call after the other, so that an earlier one does not bring back what has left it. */
export function showOutbox(chat) {
  shown = shown.catch(() => {}).then(() => copyOutbox(chat));
  return shown;
}

async function copyOutbox(chat) {
  const messages = await outbox.pending(chat);
  await refresh(chat).catch(chat.handleError);
  setState({ outbox: messages });
  if (state.outbox.some((message) => !isOverdue(message))) setTimeout(scheduleRender, PATIENCE);
}

/** Whether a message has been waiting for longer than a send takes, by a clock that may have been changed. */
const isOverdue = ({ writtenAt }) => Math.abs(Date.now() - writtenAt) >= PATIENCE;

/** Whether the user can still take out a waiting message; not offered while it is likely to be sent at once. */
export const isOnHold = (message) => message.state === 'waiting' && outbox.isRemovable(message) && isOverdue(message);

/** Writes a message into the open room under a new key; fails only if it is not stored, so that the user can try again. */
export async function write(chat, key, body) {
  const room = state.rooms.get(state.view.id);
  await outbox.write(chat, room, key, body);
  chat.broadcast({ outbox: true, wake: true });
  wakeSender();
  try {
    await showOutbox(chat);
    if (state.view?.id === room.id) await goToEnd(chat); // the room may have been left meanwhile
  } catch (e) {
    chat.handleError(e);
  }
}

/** Takes a message out and makes its text a draft again; returns whether that was still possible. */
export async function takeBack(chat, message) {
  startRestoring(message);
  const removed = await discard(chat, message.n);
  if (removed) restoreDraft(message);
  else finishSending(message.room, message.key);
  return removed;
}

/** Deletes a message; returns whether that was still possible. */
export async function discard(chat, n) {
  const removed = await outbox.remove(chat, n);
  chat.broadcast({ outbox: true });
  return removed;
}

/** Stops sending a message that the server may have; those behind it are sent. */
export async function giveUp(chat, n) {
  await outbox.giveUp(chat, n);
  chat.broadcast({ outbox: true, retry: true });
  retrySending();
}

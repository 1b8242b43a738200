// Sending: drains the outbox, one message of a room at a time, in the order they were written.
//
// 1. One tab of the account does it for all of them.
// 2. A message goes over the live stream of this tab if that is up, otherwise by a call; the key and the answers are the same.
//    What the stream leaves open is attempted again, by a call (wire/sends.js), as soon as sending is not paused.
// 3. No answer, 408, 429 and 5xx: retry under the same key, without end. 401: the tab stops, and the message waits for the
//    next login of the account. Any other refusal by the application is final.
// 4. A room that waits for a retry does not block the others.
// 5. A message that is held up says so: at once if something else answers in the place of the server, such as a proxy that
//    forbids its text, and after some attempts otherwise.
// 6. Nothing is sent before this tab knows that the server's history is the one it knows, and which rooms there are: see
//    sync.js.

import { api, NoAnswer, Problem } from '../wire/api.js';
import * as outbox from '../store/outbox.js';
import { withLock } from '../store/tabs.js';
import { state } from '../state.js';
import { t } from '../strings.js';
import { backoff, delay } from '../timing.js';
import { isFor } from './rooms.js';

const FIRST_DELAY = 500;
const MAX_DELAY = 15_000;
const MANY_FAILURES = 5;
const POLL_INTERVAL = 15_000; // a tab may be closed between writing a message and broadcasting it

let wake = () => {};
let paused = true;
const retries = new Set(); // functions that end the delays before retries

/** There may be something to send. */
export const wakeSender = () => wake();

/** The server is away, and its history may be another one when it comes back. */
export const pauseSending = () => (paused = true);

/** The server is there, and its history is the one we know. */
export function resumeSending() {
  if (!paused) return; // sending was not paused: delays before retries stay as they are
  paused = false;
  retrySending();
}

/** Ends the delays before retries. */
export function retrySending() {
  retries.forEach((retryNow) => retryNow());
  wake();
}

/** Sends until the chat's signal aborts, whenever this tab has the lock. */
export const keepSending = (chat) =>
  withLock(chat, `262chat:sender:${chat.me.accountId}:${chat.me.username}`, (signal) => drain(chat, signal), chat.signal);

async function drain(chat, signal) {
  const busy = new Set(); // rooms that are being drained
  signal.addEventListener('abort', () => wake());
  while (!signal.aborted) {
    const woken = new Promise((resolve) => (wake = resolve));
    for (const room of await roomsToDrain(chat)) {
      if (!busy.has(room) && maySend(signal)) {
        busy.add(room);
        drainRoom(chat, room, signal).finally(() => {
          busy.delete(room);
          wake();
        });
      }
    }
    await Promise.race([woken, delay(POLL_INTERVAL)]);
  }
}

const maySend = (signal) => !paused && !signal.aborted;

async function roomsToDrain(chat) {
  try {
    return await outbox.waitingRooms(chat);
  } catch (e) {
    chat.handleError(e);
    return [];
  }
}

async function drainRoom(chat, room, signal) {
  let failures = 0;
  while (maySend(signal)) {
    try {
      const message = await outbox.beginAttempt(chat, room);
      if (!message) return;
      await send(chat, message);
      failures = 0;
    } catch (e) {
      if (!isForeign(e)) chat.handleError(e, false);
      if (signal.aborted) return;
      await delayRetry(backoff(failures++, FIRST_DELAY, MAX_DELAY), (e.retryAfter ?? 0) * 1000);
    }
  }
}

async function send(chat, message) {
  const room = state.rooms.get(message.room);
  if (room && !isFor(message, room)) {
    // After a restore an id may belong to another room, with other members.
    await outbox.markRefused(chat, message.n, new Error(t.writtenForOtherRoom));
  } else {
    try {
      const stored = await (chat.sendMessage(message) ?? api.sendMessage(message.room, message.body, message.key));
      if (!stored) return; // the stream has left it open
      await outbox.markStored(chat, message.n, stored.seq);
    } catch (e) {
      if (!(e instanceof Problem && e.isFinal)) {
        await noteFailure(chat, message, e).catch(chat.handleError);
        throw e;
      }
      // To one who is not in a room it doesn't exist. This account was in it when it wrote the message.
      await outbox.markRefused(chat, message.n, e.slug === 'not-found' ? new Error(t.notInRoom(message.roomName)) : e);
    }
  }
  failed.delete(message.n);
  chat.broadcast({ outbox: true });
}

/** Whether something else than the server has answered; the server itself may be there. */
const isForeign = (e) => e instanceof NoAnswer && e.status > 0 && e.status < 500;

const failed = new Map(); // the number of failures by message

async function noteFailure(chat, { n, heldUp }, e) {
  failed.set(n, (failed.get(n) ?? 0) + 1);
  const status = isForeign(e) ? e.status : 0;
  if (heldUp === status || !(isForeign(e) || failed.get(n) >= MANY_FAILURES)) return;
  await outbox.markHeldUp(chat, n, status);
  chat.broadcast({ outbox: true });
}

/** Waits as long as the server asked for, and then until it is back, at most until the backoff is over. */
async function delayRetry(maxDelay, retryAfter) {
  await delay(retryAfter);
  if (maxDelay <= retryAfter) return;
  let retryNow;
  await Promise.race([delay(maxDelay - retryAfter), new Promise((resolve) => retries.add((retryNow = resolve)))]);
  retries.delete(retryNow);
}

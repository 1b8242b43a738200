// Sending: drains the outbox, one message of a room at a time, in the order they were written.
//
// 1. One tab of the account does it for all of them.
// 2. No answer, 408, 429 and 5xx: again, under the same key, for as long as it takes. 401: the tab stops speaking, the
//    message waits for the next login of the account. Any other refusal by the application is final.
// 3. A room that waits does not hold up another.
// 4. Nothing is sent before this tab knows that it speaks with the history that it knows, and to the rooms that it knows:
//    see connection.js.

import { api, NoAnswer, Problem } from '../wire/api.js';
import * as outbox from '../store/outbox.js';
import { alone } from '../store/tabs.js';
import { pause, state } from '../state.js';
import { t } from '../strings.js';
import { isFor } from './rooms.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const LOOK_EVERY = 15_000; // a tab may die between writing a message down and telling of it

let wake = () => {};
let held = true;
const resting = new Set();

/** There may be something to send. */
export const wakeSender = () => wake();

/** The server is away: it may be another when it comes back. */
export const holdSends = () => (held = true);

/** The server is there, and its history is the one that we know. */
export function letSend() {
  if (!held) return; // what rests was refused for now, and rests as long as it has to
  held = false;
  resting.forEach((goOn) => goOn());
  wake();
}

/** Sends until the signal aborts, in whichever tab's turn it is. */
export const keepSending = (chat) =>
  alone(chat, `262chat:sender:${chat.me.accountId}:${chat.me.username}`, (signal) => drain(chat, signal), chat.signal);

async function drain(chat, signal) {
  const busy = new Set(); // rooms that are being drained
  signal.addEventListener('abort', () => wake());
  while (!signal.aborted) {
    const woken = new Promise((resolve) => (wake = resolve));
    for (const room of await roomsThatWait(chat)) {
      if (!busy.has(room) && mayGoOn(signal)) {
        busy.add(room);
        drainRoom(chat, room, signal).finally(() => {
          busy.delete(room);
          wake();
        });
      }
    }
    await Promise.race([woken, pause(LOOK_EVERY)]);
  }
}

const mayGoOn = (signal) => !held && !signal.aborted;

async function roomsThatWait(chat) {
  try {
    return (await outbox.waiting(chat)).map((message) => message.room);
  } catch (e) {
    chat.failed(e);
    return [];
  }
}

async function drainRoom(chat, room, signal) {
  let failures = 0;
  while (mayGoOn(signal)) {
    try {
      const message = (await outbox.waiting(chat)).find((each) => each.room === room);
      if (!message) return;
      await send(chat, message);
      failures = 0;
    } catch (e) {
      chat.failed(e, false);
      if (signal.aborted) return;
      const backOff = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures++) * (0.5 + Math.random() / 2);
      await rest(backOff, (e.retryAfter ?? 0) * 1000);
    }
  }
}

async function send(chat, message) {
  const room = state.rooms.get(message.room);
  if (room && !isFor(message, room)) {
    // After a restore an id may belong to another room, with other people in it.
    await outbox.refused(chat, message.n, new Error(t.roomIsAnother));
  } else {
    try {
      const { seq } = await api.send(message.room, message.body, message.key);
      await outbox.stored(chat, message.n, seq);
    } catch (e) {
      if (e instanceof NoAnswer || !(e instanceof Problem) || !e.isFinal) throw e;
      await outbox.refused(chat, message.n, e);
    }
  }
  chat.tell({ outbox: true });
}

/** Waits as long as the server asked for, and then until it is back, at most for the back-off. */
async function rest(backOff, asked) {
  await pause(asked);
  if (backOff <= asked) return;
  let goOn;
  await Promise.race([pause(backOff - asked), new Promise((resolve) => resting.add((goOn = resolve)))]);
  resting.delete(goOn);
}

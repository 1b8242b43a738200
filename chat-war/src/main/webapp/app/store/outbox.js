// The outbox: messages that were written here and must reach the server once, in the order they were written.
//
// 1. A message has its key and is on disk before the first attempt to send it.
// 2. It is "waiting" until the server has stored it ("stored"), has refused it for good ("refused"), or the user has given it
//    up although the server may have it ("given-up").
// 3. That an attempt is made is on disk before it is made (`attempted`). Only a message that was never attempted, or was
//    refused, can be taken out: the server may have any other one, and would keep its text for its key.
// 4. A stored message is "kept" for 30 days once it is in the journal, too: if the server is restored from a backup, it is
//    sent again under its key.

import { promisify, transact } from './database.js';

const KEEP_TIME = 30 * 24 * 3600 * 1000;

/**
 * A new unique key: a UUID of version 7, the time and then random bits, so that keys made one after the other are
 * neighbours in the server's index. crypto.randomUUID makes version 4, and exists only over TLS or from localhost.
 */
export function newKey() {
  const time = Math.max(0, Date.now()).toString(16).padStart(12, '0');
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6)}`;
}

/** Stores a message under a new key; once this resolves, the message will be sent. */
export const write = (chat, room, key, body) =>
  transact(chat, 'readwrite', (s) =>
    promisify(
      s.outbox.add({
        room: room.id,
        roomCreatedAt: room.createdAt,
        key,
        body,
        writtenAt: Date.now(),
        state: 'waiting',
        attempted: false,
      }),
    ),
  );

/** Whether there is a message with this key; waits for a transaction that is just writing it. */
export const hasKey = (chat, key) =>
  transact(chat, 'readonly', async (s) => (await promisify(s.outbox.index('key').count(key))) > 0);

const inState = (s, state) => promisify(s.outbox.index('state').getAll(state));

const inOrder = (messages) => messages.sort((a, b) => a.n - b.n);

/** All messages that are not in the journal, oldest first. */
export const pending = (chat) =>
  transact(chat, 'readonly', async (s) => {
    const stored = [];
    for (const message of await inState(s, 'stored')) {
      if (message.seq > (await promisify(s.rooms.get(message.room)))?.last) stored.push(message);
    }
    const others = ['waiting', 'refused', 'given-up'].map((state) => inState(s, state));
    return inOrder([...stored, ...(await Promise.all(others)).flat()]);
  });

/** The rooms that messages are waiting for, those with the oldest message first. */
export const waitingRooms = (chat) =>
  transact(chat, 'readonly', async (s) => inOrder(await inState(s, 'waiting')).map((message) => message.room));

/** Notes that the oldest message waiting for a room is attempted, and returns it; undefined if there is none. */
export const beginAttempt = (chat, room) =>
  transact(chat, 'readwrite', async (s) => {
    const message = inOrder(await inState(s, 'waiting')).find((each) => each.room === room);
    if (message?.attempted === false) s.outbox.put({ ...message, attempted: true });
    return message;
  });

const update = (chat, n, states, fields) =>
  transact(chat, 'readwrite', async (s) => {
    const message = await promisify(s.outbox.get(n));
    if (states.includes(message?.state)) s.outbox.put({ ...message, ...fields });
  });

/** The server has stored the message, at this seq. */
export const markStored = (chat, n, seq) =>
  update(chat, n, ['waiting', 'given-up'], { state: 'stored', seq, storedAt: Date.now() });

/** The server will never accept the message. */
export const markRefused = (chat, n, problem) =>
  update(chat, n, ['waiting', 'given-up'], { state: 'refused', slug: problem.slug, reason: problem.message });

/** The message is held up; `status` is what something else answers in the place of the server, or 0. */
export const markHeldUp = (chat, n, status) => update(chat, n, ['waiting'], { heldUp: status });

/** The user does not wait for the message any longer. */
export const giveUp = (chat, n) => update(chat, n, ['waiting'], { state: 'given-up' });

/** Whether a message can be taken out: the server does not have it, or the user accepts that it may. */
export const isRemovable = ({ state, attempted }) =>
  state === 'refused' || state === 'given-up' || (state === 'waiting' && attempted === false);

/** Takes a message out if that is still possible; returns whether it was. */
export const remove = (chat, n) =>
  transact(chat, 'readwrite', async (s) => {
    const message = await promisify(s.outbox.get(n));
    const removes = message !== undefined && isRemovable(message);
    if (removes) s.outbox.delete(n);
    return removes;
  });

/** Deletes messages that were stored more than 30 days ago. */
export const prune = (chat) =>
  transact(chat, 'readwrite', async (s) => {
    const stored = [...(await inState(s, 'stored')), ...(await inState(s, 'kept'))];
    stored.filter((m) => m.storedAt < Date.now() - KEEP_TIME).forEach((m) => s.outbox.delete(m.n));
  });

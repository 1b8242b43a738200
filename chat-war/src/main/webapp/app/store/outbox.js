// The outbox: messages that were written here and must reach the server once, in the order they were written.
//
// 1. A message has its key and is on disk before the first attempt to send it.
// 2. It is "waiting" until the server has stored it ("stored"), or has refused it for good ("refused").
// 3. A stored message is "kept" for 30 days once it is in the journal, too: if the server is restored from a backup, it is
//    sent again under its key. A logout deletes it.

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
        roomName: room.name ?? room.peer, // for when the account is no longer in it
        key,
        body,
        writtenAt: Date.now(),
        state: 'waiting',
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
    return inOrder([...stored, ...(await inState(s, 'waiting')), ...(await inState(s, 'refused'))]);
  });

/** All messages that are waiting, oldest first. */
export const waiting = (chat) => transact(chat, 'readonly', async (s) => inOrder(await inState(s, 'waiting')));

const updateWaiting = (chat, n, fields) =>
  transact(chat, 'readwrite', async (s) => {
    const message = await promisify(s.outbox.get(n));
    if (message?.state === 'waiting') s.outbox.put({ ...message, ...fields });
  });

/** The server has stored the message, at this seq. */
export const markStored = (chat, n, seq) => updateWaiting(chat, n, { state: 'stored', seq, storedAt: Date.now() });

/** The server will never accept the message. */
export const markRefused = (chat, n, problem) =>
  updateWaiting(chat, n, { state: 'refused', slug: problem.slug, reason: problem.message });

/** Deletes a message that was refused. */
export const discard = (chat, n) =>
  transact(chat, 'readwrite', async (s) => {
    if ((await promisify(s.outbox.get(n)))?.state === 'refused') s.outbox.delete(n);
  });

/** Deletes messages that were stored more than 30 days ago. */
export const prune = (chat) =>
  transact(chat, 'readwrite', async (s) => {
    const stored = [...(await inState(s, 'stored')), ...(await inState(s, 'kept'))];
    stored.filter((m) => m.storedAt < Date.now() - KEEP_TIME).forEach((m) => s.outbox.delete(m.n));
  });

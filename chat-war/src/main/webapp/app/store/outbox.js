// The outbox: what was written here and must reach the server once, in the order it was written.
//
// 1. A message gets its key and is on disk before the first attempt to send it.
// 2. It waits until the server has it ("stored"), or has refused it for good ("refused").
// 3. What is stored is "kept" for 30 days once the journal has it too: if the server is restored from a backup, it is
//    sent again under its key.

import { ask, run } from './database.js';

const KEPT = 30 * 24 * 3600 * 1000;

/**
 * A name that nobody has used: a UUID of version 7, the time and then random bits, so that keys made one after the other
 * stand together in the server's index. crypto.randomUUID makes other ones, and not where the page came without TLS.
 */
export function newKey() {
  const time = Math.max(0, Date.now()).toString(16).padStart(12, '0');
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6)}`;
}

/** Writes a message down under a new key; when this ends, it will be sent, come what may. */
export const write = (chat, room, key, body) =>
  run(chat, 'readwrite', (s) =>
    ask(
      s.outbox.add({
        room: room.id,
        roomCreatedAt: room.createdAt,
        key,
        body,
        writtenAt: Date.now(),
        state: 'waiting',
      }),
    ),
  );

/** Whether there is a message of this key; one that is being written meanwhile is waited for. */
export const holds = (chat, key) =>
  run(chat, 'readonly', async (s) => (await ask(s.outbox.index('key').count(key))) > 0);

const inState = (s, state) => ask(s.outbox.index('state').getAll(state));

const inOrder = (messages) => messages.sort((a, b) => a.n - b.n);

/** Everything written that the journal does not have, oldest first. */
export const pending = (chat) =>
  run(chat, 'readonly', async (s) => {
    const stored = [];
    for (const message of await inState(s, 'stored')) {
      if (message.seq > (await ask(s.rooms.get(message.room)))?.last) stored.push(message);
    }
    return inOrder([...stored, ...(await inState(s, 'waiting')), ...(await inState(s, 'refused'))]);
  });

/** Everything that waits, oldest first. */
export const waiting = (chat) => run(chat, 'readonly', async (s) => inOrder(await inState(s, 'waiting')));

const change = (chat, n, fields) =>
  run(chat, 'readwrite', async (s) => {
    const message = await ask(s.outbox.get(n));
    if (message?.state === 'waiting') s.outbox.put({ ...message, ...fields });
  });

/** The server has it, at this seq. */
export const stored = (chat, n, seq) => change(chat, n, { state: 'stored', seq, storedAt: Date.now() });

/** The server will never take it. */
export const refused = (chat, n, problem) =>
  change(chat, n, { state: 'refused', slug: problem.slug, reason: problem.message });

/** Throws away what was refused. */
export const discard = (chat, n) =>
  run(chat, 'readwrite', async (s) => {
    if ((await ask(s.outbox.get(n)))?.state === 'refused') s.outbox.delete(n);
  });

/** Throws away what was stored long ago. */
export const tidy = (chat) =>
  run(chat, 'readwrite', async (s) => {
    const done = [...(await inState(s, 'stored')), ...(await inState(s, 'kept'))];
    done.filter((m) => m.storedAt < Date.now() - KEPT).forEach((m) => s.outbox.delete(m.n));
  });

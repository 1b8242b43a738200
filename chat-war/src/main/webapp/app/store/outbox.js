// The outbox: what was written here and must reach the server once, in the order it was written.
//
// 1. A message gets its key and is on disk before the first attempt to send it.
// 2. It waits until the server has it ("stored"), or has refused it for good ("refused").
// 3. What is stored is "kept" for 30 days once the journal has it too: if the server is restored from a backup, it is
//    sent again under its key.

import { ask, run } from './database.js';

const KEPT = 30 * 24 * 3600 * 1000;

/** A random UUID, also where the page did not come over TLS and crypto.randomUUID does not exist. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Writes a message down; when this ends, it will be sent, come what may. */
export const write = (chat, room, body) =>
  run(chat, 'readwrite', (s) =>
    ask(
      s.outbox.add({
        room: room.id,
        roomCreatedAt: room.createdAt,
        key: newKey(),
        body,
        writtenAt: Date.now(),
        state: 'waiting',
      }),
    ),
  );

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

// The journal: what this browser has received, shared by all its tabs.
//
// 1. Of each room it holds every entry above `first` up to `last`, without a hole; so an entry is taken only if it is the
//    next one (or the one just below), and whichever tab brings it second brings nothing.
// 2. A room is met with first = last = the server's cursor. Who left and came back starts again at `since`.
// 3. `cursor` is what has been shown here or acknowledged anywhere; it only moves up.

import { countsAsUnread } from '../wire/kinds.js';
import { ask, run } from './database.js';

const range = (room, from, to) => IDBKeyRange.bound([room, from], [room, to]);

/** All rooms. */
export const rooms = (chat) => run(chat, 'readonly', (s) => ask(s.rooms.getAll()));

/** One room; undefined if it is not ours. */
export const room = (chat, id) => run(chat, 'readonly', (s) => ask(s.rooms.get(id)));

/** The entries from one seq to another, both included. */
export const entries = (chat, room, from, to) =>
  run(chat, 'readonly', (s) => ask(s.journal.getAll(range(room, from, to))));

/** Takes in rooms as the server has just described them; returns their records. */
export const meet = (chat, seen) =>
  run(chat, 'readwrite', async (s) => {
    const records = [];
    for (const room of seen) {
      const known = await ask(s.rooms.get(room.id));
      const record = known ? merged(known, room) : { ...room, first: room.cursor, last: room.cursor };
      if (record.last < record.since) {
        record.first = record.last = record.since;
      }
      if (record.cursor > room.cursor) await recount(chat, s, record);
      s.rooms.put(record);
      records.push(record);
    }
    return records;
  });

function merged(known, seen) {
  const { lastSeq, lastMessage, unread, cursor, ...described } = seen;
  const record = { ...known, ...described };
  for (const field of ['name', 'listed', 'peer']) {
    record[field] = seen[field];
  }
  record.cursor = Math.max(known.cursor, cursor);
  // An answer may be older than what was pushed meanwhile.
  if (lastSeq >= known.lastSeq) Object.assign(record, { lastSeq, lastMessage, unread });
  return record;
}

/**
 * Takes in the entries that follow `last`; what is at or below it is dropped, and so is what comes after a hole.
 *
 * @returns {room, fresh, hole}: the record (undefined if the room is unknown here), the entries that were new, and
 *     whether something is missing before the rest
 */
export const append = (chat, roomId, messages) =>
  run(chat, 'readwrite', async (s) => {
    const room = await ask(s.rooms.get(roomId));
    const fresh = [];
    let hole = false;
    for (const message of room ? messages : []) {
      if (message.seq > room.last + 1) {
        hole = true;
        break;
      }
      if (message.seq === room.last + 1) {
        s.journal.put(message);
        room.last = message.seq;
        fresh.push(message);
        await isStored(s, message);
      }
    }
    if (fresh.length > 0) {
      const newest = fresh[fresh.length - 1];
      if (newest.seq >= room.lastSeq) Object.assign(room, { lastSeq: newest.seq, lastMessage: newest });
      await recount(chat, s, room);
      s.rooms.put(room);
    }
    return { room, fresh, hole };
  });

/** An entry under one of our keys says that the server has it, even if the answer to the send was lost. */
async function isStored({ outbox }, message) {
  const sent = message.key && (await ask(outbox.index('key').get(message.key)));
  if (sent?.state === 'waiting' || sent?.state === 'stored') {
    outbox.put({ ...sent, state: 'kept', seq: message.seq, storedAt: sent.storedAt ?? Date.now() });
  }
}

/** Takes in the entries just below and at `first`: history. */
export const prepend = (chat, roomId, messages) =>
  run(chat, 'readwrite', async (s) => {
    const room = await ask(s.rooms.get(roomId));
    const below = room ? messages.filter((message) => message.seq <= room.first) : [];
    if (below.length === 0 || below[below.length - 1].seq !== room.first) return room;
    below.forEach((message) => s.journal.put(message));
    room.first = below[0].seq - 1;
    s.rooms.put(room);
    return room;
  });

/** Moves the cursor up, and counts anew what is unread if the journal knows it; returns the record. */
export const moveCursor = (chat, roomId, seq) =>
  run(chat, 'readwrite', async (s) => {
    const room = await ask(s.rooms.get(roomId));
    if (!room) return undefined;
    room.cursor = Math.max(room.cursor, seq);
    await recount(chat, s, room);
    s.rooms.put(room);
    return room;
  });

const MOST = 1000; // "1000 means more", as the server says it
const LOOKED_AT = 1500;

async function recount(chat, { journal }, room) {
  if (room.cursor >= room.lastSeq) {
    room.unread = 0;
  } else if (room.first <= room.cursor && room.last >= room.lastSeq) {
    const above = await ask(journal.getAll(range(room.id, room.cursor + 1, room.last), LOOKED_AT));
    const others = above.filter((m) => countsAsUnread(m) && m.sender !== chat.me.username);
    room.unread = Math.min(MOST, others.length);
  }
}

/** Forgets everything that was received, because somebody else may use this browser next. */
export const clear = (chat) =>
  run(chat, 'readwrite', (s) => {
    s.rooms.clear();
    s.journal.clear();
  });

/** Forgets a room that is no longer ours, with all that was in it. */
export const forget = (chat, roomId) =>
  run(chat, 'readwrite', async (s) => {
    s.rooms.delete(roomId);
    s.journal.delete(range(roomId, 0, Infinity));
  });

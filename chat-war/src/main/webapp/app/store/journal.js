// The journal: everything this browser has received, shared by all its tabs.
//
// 1. It holds every entry of a room above `first` up to `last`, without a gap; so an entry is taken only if it is the next
//    one (or the one just below), and a second tab that receives the same entry adds nothing.
// 2. A new room starts with first = last = the server's cursor. After leaving and coming back it starts again at `since`.
// 3. `cursor` is what has been shown here or acknowledged anywhere; it only moves up.

import { countsAsUnread } from '../wire/kinds.js';
import { promisify, transact } from './database.js';

const range = (room, from, to) => IDBKeyRange.bound([room, from], [room, to]);

/** The records of all rooms. */
export const rooms = (chat) => transact(chat, 'readonly', (s) => promisify(s.rooms.getAll()));

/** The record of a room; undefined if the account is not in it. */
export const room = (chat, id) => transact(chat, 'readonly', (s) => promisify(s.rooms.get(id)));

/** The entries from one seq to another, both included. */
export const entries = (chat, room, from, to) =>
  transact(chat, 'readonly', (s) => promisify(s.journal.getAll(range(room, from, to))));

/** Merges rooms as the server has just described them; returns their records. */
export const mergeRooms = (chat, described) =>
  transact(chat, 'readwrite', async (s) => {
    const records = [];
    for (const room of described) {
      const known = await promisify(s.rooms.get(room.id));
      const record = known ? merged(known, room) : { ...room, first: room.cursor, last: room.cursor };
      if (record.last < record.since) {
        record.first = record.last = record.since;
      }
      if (record.cursor > room.cursor) await countUnread(chat, s, record);
      s.rooms.put(record);
      records.push(record);
    }
    return records;
  });

function merged(known, room) {
  const { lastSeq, lastMessage, unread, cursor, ...rest } = room;
  const record = { ...known, ...rest };
  for (const field of ['name', 'listed', 'peer']) {
    record[field] = room[field]; // also where the server leaves it out
  }
  record.cursor = Math.max(known.cursor, cursor);
  // A response may be older than what was pushed meanwhile.
  if (lastSeq >= known.lastSeq) Object.assign(record, { lastSeq, lastMessage, unread });
  return record;
}

/**
 * Appends the entries that follow `last`; drops entries at or below it, and entries after a gap.
 *
 * @returns {room, added, gap}: the record (undefined if the room is unknown here), the entries that were new, and whether
 *     something is missing before the rest
 */
export const append = (chat, roomId, messages) =>
  transact(chat, 'readwrite', async (s) => {
    const room = await promisify(s.rooms.get(roomId));
    if (!room) return { added: [], gap: false };
    const added = runAfter(room.last, messages);
    for (const message of added) {
      s.journal.put(message);
      await markKept(s, message);
    }
    if (added.length > 0) {
      const newest = added[added.length - 1];
      room.last = newest.seq;
      if (newest.seq >= room.lastSeq) Object.assign(room, { lastSeq: newest.seq, lastMessage: newest });
      await countUnread(chat, s, room);
      s.rooms.put(room);
    }
    return { room, added, gap: messages.some((message) => message.seq > room.last) };
  });

/** The entries that follow a seq without a gap. */
function runAfter(last, messages) {
  const run = [];
  for (const message of messages) {
    if (message.seq > last + run.length + 1) break;
    if (message.seq === last + run.length + 1) run.push(message);
  }
  return run;
}

/** An entry under one of our keys proves that the server has stored the message, even if its response was lost. */
async function markKept({ outbox }, message) {
  const sent = message.key && (await promisify(outbox.index('key').get(message.key)));
  if (['waiting', 'given-up', 'stored'].includes(sent?.state)) {
    outbox.put({ ...sent, state: 'kept', seq: message.seq, storedAt: sent.storedAt ?? Date.now() });
  }
}

/** Adds history: the entries at `first` and just below it. */
export const prepend = (chat, roomId, messages) =>
  transact(chat, 'readwrite', async (s) => {
    const room = await promisify(s.rooms.get(roomId));
    const below = room ? messages.filter((message) => message.seq <= room.first) : [];
    if (below.length === 0 || below[below.length - 1].seq !== room.first) return room;
    below.forEach((message) => s.journal.put(message));
    room.first = below[0].seq - 1;
    s.rooms.put(room);
    return room;
  });

/** Moves the cursor up and counts the unread messages if they are in the journal; returns the record. */
export const moveCursor = (chat, roomId, seq) =>
  transact(chat, 'readwrite', async (s) => {
    const room = await promisify(s.rooms.get(roomId));
    if (!room) return undefined;
    room.cursor = Math.max(room.cursor, seq);
    await countUnread(chat, s, room);
    s.rooms.put(room);
    return room;
  });

const MAX_UNREAD = 1000; // "1000 means more", as in the server's counts
const MAX_COUNTED = 1500;

async function countUnread(chat, { journal }, room) {
  if (room.cursor >= room.lastSeq) {
    room.unread = 0;
  } else if (room.first <= room.cursor && room.last >= room.lastSeq) {
    const above = await promisify(journal.getAll(range(room.id, room.cursor + 1, room.last), MAX_COUNTED));
    const others = above.filter((m) => countsAsUnread(m) && m.sender !== chat.me.username);
    room.unread = Math.min(MAX_UNREAD, others.length);
  }
}

/** Deletes everything that was received, because another person may use this browser next. */
export const clear = (chat) =>
  transact(chat, 'readwrite', (s) => {
    s.rooms.clear();
    s.journal.clear();
  });

/** Deletes a room that the account is no longer in, with all its entries. */
export const removeRoom = (chat, roomId) =>
  transact(chat, 'readwrite', async (s) => {
    s.rooms.delete(roomId);
    s.journal.delete(range(roomId, 0, Infinity));
  });

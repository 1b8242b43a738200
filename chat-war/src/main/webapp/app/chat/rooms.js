// The rooms in memory: copies of the journal's records, for the views.

import * as journal from '../store/journal.js';
import { changed, state } from '../state.js';

/** Takes a record of the journal over; what was shown since it was read stays shown. */
export function show(room) {
  if (room) {
    const before = state.rooms.get(room.id)?.cursor ?? 0;
    state.rooms.set(room.id, { ...room, cursor: Math.max(room.cursor, before) });
    changed();
  }
}

/** Reads a room anew, because another tab has changed it; undefined if it is gone. */
export async function reread(chat, id) {
  const room = await journal.room(chat, id);
  if (room) show(room);
  else state.rooms.delete(id);
  changed();
  return room;
}

/** Whether a message of the outbox was written for this room, and not for another that had its id before a restore. */
export const isFor = (message, room) => message.room === room?.id && message.roomCreatedAt === room.createdAt;

/** Whether a member has seen an entry. The cursor of one who came later is above it, too, and says nothing of it. */
export const hasSeen = (member, entry) => member.since < entry.seq && member.cursor >= entry.seq;

const activity = (room) => room.lastMessage?.sentAt ?? room.createdAt;

/** All rooms, latest activity first. */
export const byActivity = () =>
  [...state.rooms.values()].sort((a, b) =>
    activity(a) === activity(b) ? b.id - a.id : activity(a) < activity(b) ? 1 : -1,
  );

/** How many messages are unread in all rooms. */
export const unreadInAll = () => [...state.rooms.values()].reduce((sum, room) => sum + room.unread, 0);

// The rooms in memory: copies of the journal's records, for the views.

import * as journal from '../store/journal.js';
import { scheduleRender, state } from '../state.js';

/** Replaces a room by its record in the journal; a cursor that has moved on since the record was read stays. */
export function putRoom(room) {
  if (room) {
    const cursor = state.rooms.get(room.id)?.cursor ?? 0;
    state.rooms.set(room.id, { ...room, cursor: Math.max(room.cursor, cursor) });
    scheduleRender();
  }
}

/** Reads a room again, because another tab has changed it; undefined if it is gone. */
export async function reloadRoom(chat, id) {
  const room = await journal.room(chat, id);
  if (room) putRoom(room);
  else state.rooms.delete(id);
  scheduleRender();
  return room;
}

/** Whether a message of the outbox was written for this room, and not for one that had its id before a restore. */
export const isFor = (message, room) => message.room === room?.id && message.roomCreatedAt === room.createdAt;

/**
 * Whether it is a group that someone else has added this account to, and whose entries it has not seen since. The entry that
 * says so does not count as unread.
 */
export const isInvitation = (room) =>
  room.kind === 'GROUP' &&
  room.cursor <= room.since &&
  room.lastSeq > room.since &&
  room.lastMessage?.sender !== state.me.username;

/** The ids of rooms that the user is just leaving: their end needs no notice. */
export const leaving = new Set();

/** Whether a member has seen an entry. The cursor of a member who joined later says nothing about it. */
export const hasSeen = (member, entry) => member.since < entry.seq && member.cursor >= entry.seq;

const activity = (room) => room.lastMessage?.sentAt ?? room.createdAt;

/** All rooms, latest activity first. */
export const roomsByActivity = () =>
  [...state.rooms.values()].sort((a, b) =>
    activity(a) === activity(b) ? b.id - a.id : activity(a) < activity(b) ? 1 : -1,
  );

/** The number of unread messages in all rooms. */
export const totalUnread = () => [...state.rooms.values()].reduce((sum, room) => sum + room.unread, 0);

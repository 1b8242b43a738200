// Acknowledging: what has been on screen, as a prefix, and nothing else.
//
// 1. shown() is called for entries that were on screen in a visible tab. The cursor moves over them only as far as there
//    is no entry in between that was not shown.
// 2. The move is written to the journal first, then told to the server: over the live stream if there is one, else by a
//    call. Whatever is lost on the way is told again with the next list of rooms.

import { api, NoAnswer, Problem } from '../wire/api.js';
import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { show } from './rooms.js';

const GATHER = 150;
const seen = new Map(); // room -> Set of seqs above the cursor
const due = new Set();
let timer = 0;

/** These entries of a room were on screen. */
export function shown(chat, roomId, seqs) {
  const room = state.rooms.get(roomId);
  if (!room) return;
  const above = seen.get(roomId) ?? seen.set(roomId, new Set()).get(roomId);
  seqs.filter((seq) => seq > room.cursor).forEach((seq) => above.add(seq));
  let end = room.cursor;
  while (above.delete(end + 1)) end++;
  if (end > room.cursor) {
    room.cursor = end;
    later(chat, roomId);
  }
}

/** The highest seq above which nothing was shown yet. */
export const shownUpTo = (roomId) => state.rooms.get(roomId)?.cursor ?? 0;

/** The user leaps over everything that is unread in a room. */
export function markAllRead(chat, roomId) {
  const room = state.rooms.get(roomId);
  room.cursor = room.lastSeq;
  seen.delete(roomId);
  later(chat, roomId);
}

/** Tells the server where it knows less than we do. */
export function tellAgain(chat, rooms) {
  for (const room of rooms) {
    if ((state.rooms.get(room.id)?.cursor ?? 0) > room.cursor) later(chat, room.id);
  }
}

function later(chat, roomId) {
  due.add(roomId);
  timer ||= setTimeout(() => {
    timer = 0;
    const rooms = [...due];
    due.clear();
    rooms.forEach((id) => tell(chat, id).catch(chat.failed));
  }, GATHER);
}

async function tell(chat, roomId) {
  if (chat.signal.aborted) return;
  const seq = shownUpTo(roomId);
  show(await journal.moveCursor(chat, roomId, seq));
  chat.tell({ room: roomId });
  if (chat.live.send({ type: 'ack', room: roomId, seq })) return;
  try {
    await api.acknowledge(roomId, seq, chat.epoch);
  } catch (e) {
    if (e instanceof NoAnswer || !e.isFinal) return chat.failed(e); // told again after the next list of rooms
    if (e instanceof Problem) chat.resync(); // the room is gone, or its history was rolled back: the list says so
  }
}

// The read cursor: acknowledges entries that have been on screen, as a prefix, and nothing else.
//
// 1. markShown() is called for entries that were on screen while the user could see them (presence.js). The cursor moves over
//    them only as far as there is no entry in between that was not shown.
// 2. The move is written to the journal first and then sent to the server: over the live stream if it is up, otherwise by a
//    call. A move that is lost on the way is sent again with the next list of rooms.

import { api, NoAnswer, Problem } from '../wire/api.js';
import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { putRoom } from './rooms.js';

const BATCH_DELAY = 150;
const shown = new Map(); // room id -> Set of shown seqs above the cursor
const moved = new Set(); // ids of rooms whose cursor has to be sent
let timer = 0;

/** These entries of a room were on screen. */
export function markShown(chat, roomId, seqs) {
  const room = state.rooms.get(roomId);
  if (!room) return;
  const above = shown.get(roomId) ?? shown.set(roomId, new Set()).get(roomId);
  seqs.filter((seq) => seq > room.cursor).forEach((seq) => above.add(seq));
  let end = room.cursor;
  while (above.delete(end + 1)) end++;
  if (end > room.cursor) {
    room.cursor = end;
    scheduleSend(chat, roomId);
  }
}

/** Whether an entry above the cursor was on screen. */
export const isShown = (roomId, seq) => shown.get(roomId)?.has(seq) ?? false;

/** Moves the cursor over everything that is unread in a room, as the user wishes. */
export function markAllRead(chat, roomId) {
  const room = state.rooms.get(roomId);
  room.cursor = room.lastSeq;
  shown.delete(roomId);
  scheduleSend(chat, roomId);
}

/** Sends the cursors that are ahead of the server's, given its rooms. */
export function resendCursors(chat, rooms) {
  for (const room of rooms) {
    if ((state.rooms.get(room.id)?.cursor ?? 0) > room.cursor) scheduleSend(chat, room.id);
  }
}

function scheduleSend(chat, roomId) {
  moved.add(roomId);
  timer ||= setTimeout(() => {
    timer = 0;
    const rooms = [...moved];
    moved.clear();
    rooms.forEach((id) => send(chat, id).catch(chat.handleError));
  }, BATCH_DELAY);
}

async function send(chat, roomId) {
  if (chat.signal.aborted) return;
  const seq = state.rooms.get(roomId)?.cursor ?? 0;
  putRoom(await journal.moveCursor(chat, roomId, seq));
  chat.broadcast({ room: roomId });
  if (chat.sendFrame({ type: 'ack', room: roomId, seq })) return;
  try {
    await api.moveCursor(roomId, seq, chat.epoch);
  } catch (e) {
    if (e instanceof NoAnswer || !e.isFinal) return chat.handleError(e); // sent again after the next list of rooms
    if (e instanceof Problem) chat.resync(); // the room is gone, or its history was rolled back: the list says so
  }
}

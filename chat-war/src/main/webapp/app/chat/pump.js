// Receiving: from the wire into the journal, and only from there to the view.
//
// 1. An entry is taken if it follows `last`; if something is missing in between, that is fetched from `last`.
// 2. One room at a time is worked on by one task at a time, so that a fetch and a push don't race in this tab. Other tabs
//    may do the same: the journal takes each entry once.
// 3. The room that is open is always filled up to its end; of the others only what is a page or less behind, the rest
//    when they are opened.

import { api } from '../wire/api.js';
import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { show } from './rooms.js';

const PAGE = 500;
const queues = new Map();

/** Runs tasks of a room one after the other. */
function inTurn(roomId, task) {
  const turn = (queues.get(roomId) ?? Promise.resolve()).then(task, task);
  queues.set(roomId, turn);
  return turn;
}

const pushed = new Map(); // room id -> entries that wait for their turn

/** An entry was pushed. What comes before its turn is taken together with it, so that a burst costs little more. */
export const receive = (chat, message) => {
  if (pushed.has(message.room)) return pushed.get(message.room).push(message);
  pushed.set(message.room, [message]);
  return inTurn(message.room, async () => {
    const messages = pushed.get(message.room);
    pushed.delete(message.room);
    const { room, fresh, hole } = await journal.append(chat, message.room, messages);
    const end = messages[messages.length - 1].seq;
    if (fresh.length > 0) taken(chat, room, fresh);
    else if (room) brought(chat, room);
    // The list is asked for out of turn: it waits for this room's turn itself.
    if (!room) chat.resync();
    else if (hole && worthFilling({ ...room, lastSeq: end })) await fetchAfter(chat, room, end);
    else if (hole) chat.resync();
  });
};

/** Fetches what the journal lacks of a room. */
export const fill = (chat, room) =>
  inTurn(room.id, async () => {
    const now = state.rooms.get(room.id);
    if (now && now.last < now.lastSeq) await fetchAfter(chat, now, now.lastSeq);
  });

/** Whether the journal should hold the end of this room now. */
export const worthFilling = (room) =>
  room.last < room.lastSeq && (room.id === state.view?.id || room.lastSeq - room.last <= PAGE);

async function fetchAfter(chat, room, end) {
  let last = room.last;
  while (last < end && !chat.signal.aborted) {
    const page = await api.after(room.id, last, PAGE);
    if (page.epoch !== chat.epoch || page.lastSeq < last) return chat.rolledBack(page.epoch);
    const taking = await journal.append(chat, room.id, page.messages);
    if (!taking.room || page.messages.length === 0) return;
    last = taking.room.last;
    taken(chat, taking.room, taking.fresh);
  }
}

function taken(chat, room, fresh) {
  show(room);
  chat.tell({ room: room.id, outbox: fresh.some((message) => message.key) });
  chat.arrived(room, fresh);
}

/** Another tab was faster, and has died, perhaps, before it could say so. */
function brought(chat, room) {
  show(room);
  chat.arrived(room, []);
}

/** Fetches a page of what is above the journal's beginning: history. Returns whether there may be more. */
export const fetchHistory = (chat, room, limit) =>
  inTurn(room.id, async () => {
    const { first } = state.rooms.get(room.id) ?? room;
    if (first === 0) return false;
    const page = await api.before(room.id, first + 1, limit);
    if (page.epoch !== chat.epoch) return chat.rolledBack(page.epoch);
    show(await journal.prepend(chat, room.id, page.messages));
    return page.messages.length > 0;
  });

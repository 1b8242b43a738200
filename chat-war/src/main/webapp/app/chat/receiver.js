// Receiving: from the wire into the journal, and only from there to the views.
//
// 1. An entry is taken if it follows `last`; if something is missing in between, that is fetched from `last`.
// 2. The tasks of a room run one after the other, so that a fetch and a push don't race in this tab. Other tabs may do the
//    same at the same time: the journal takes each entry once.
// 3. The open room is always fetched up to its end; other rooms only if they are a page or less behind, the rest when they
//    are opened.

import { api } from '../wire/api.js';
import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { putRoom } from './rooms.js';

const PAGE_SIZE = 500;
const queues = new Map();

/** Runs the tasks of a room one after the other. */
function serialize(roomId, task) {
  const result = (queues.get(roomId) ?? Promise.resolve()).then(task, task);
  queues.set(roomId, result);
  return result;
}

const pushed = new Map(); // room id -> entries that wait for the room's next task

/** Receives an entry that was pushed; entries that wait are appended together, so that a burst costs little more. */
export function receive(chat, message) {
  const waiting = pushed.get(message.room);
  if (waiting) {
    waiting.push(message);
    return undefined;
  }
  pushed.set(message.room, [message]);
  return serialize(message.room, () => appendPushed(chat, message.room));
}

async function appendPushed(chat, roomId) {
  const messages = pushed.get(roomId);
  pushed.delete(roomId);
  const { room, added, gap } = await journal.append(chat, roomId, messages);
  const end = messages[messages.length - 1].seq;
  if (added.length > 0) onAdded(chat, room, added);
  else if (room) onAlreadyStored(chat, room);
  // resync() is not awaited: it waits for this room's queue itself.
  if (!room) chat.resync();
  else if (gap && shouldFetch({ ...room, lastSeq: end })) await fetchAfter(chat, room, end);
  else if (gap) chat.resync();
}

/** Fetches the entries of a room that the journal lacks. */
export const fetchMissing = (chat, roomId) =>
  serialize(roomId, async () => {
    const room = state.rooms.get(roomId);
    if (room && room.last < room.lastSeq) await fetchAfter(chat, room, room.lastSeq);
  });

/** Whether the entries that the journal lacks at the end of a room should be fetched now. */
export const shouldFetch = (room) =>
  room.last < room.lastSeq && (room.id === state.view?.id || room.lastSeq - room.last <= PAGE_SIZE);

async function fetchAfter(chat, room, end) {
  let last = room.last;
  while (last < end && !chat.signal.aborted) {
    const page = await api.messagesAfter(room.id, last, PAGE_SIZE);
    if (page.epoch !== chat.epoch || page.lastSeq < last) return chat.onRolledBack(page.epoch);
    const result = await journal.append(chat, room.id, page.messages);
    if (!result.room || page.messages.length === 0) return;
    last = result.room.last;
    onAdded(chat, result.room, result.added);
  }
}

function onAdded(chat, room, added) {
  putRoom(room);
  chat.broadcast({ room: room.id, outbox: added.some((message) => message.key) });
  chat.onEntries(room, added);
}

/** Another tab was faster, and may have been closed before it could broadcast it. */
function onAlreadyStored(chat, room) {
  putRoom(room);
  chat.onEntries(room, []);
}

/** Fetches history: a page of the entries before the journal's first. Returns whether there may be more. */
export const fetchHistory = (chat, room, limit) =>
  serialize(room.id, async () => {
    const { first } = state.rooms.get(room.id) ?? room;
    if (first === 0) return false;
    const page = await api.messagesBefore(room.id, first + 1, limit);
    if (page.epoch !== chat.epoch) return chat.onRolledBack(page.epoch);
    putRoom(await journal.prepend(chat, room.id, page.messages));
    return page.messages.length > 0;
  });

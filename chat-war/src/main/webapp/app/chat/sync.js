// Synchronizing with the list of rooms: it says which entries are missing, and those are fetched.
//
// 1. A list that was made before something was pushed never takes it back. A room that is missing in a complete list is
//    asked for: it is gone, or moved from one page to another while the pages were read.
// 2. A new epoch, a lastSeq below what the journal had when we asked, or another room under the same id means that the
//    history was rolled back. Nothing is sent before a complete list has shown that it was not.

import { api } from '../wire/api.js';
import * as journal from '../store/journal.js';
import { scheduleRender, state } from '../state.js';
import { t } from '../strings.js';
import { close, refresh } from './conversation.js';
import { resendCursors } from './cursor.js';
import { setLink } from './link.js';
import { checkName } from './names.js';
import { addNotice } from './notice.js';
import { fetchMissing, shouldFetch } from './receiver.js';
import { isInvitation, leaving, putRoom } from './rooms.js';
import { resumeSending } from './sender.js';

let etag;
let listed = []; // the rooms of the list with this ETag
let running = null;
let isStarting = true; // until the first complete list: what it has is not news

/** The rooms in the journal, by id. */
export const journaledRooms = async (chat) => new Map((await journal.rooms(chat)).map((room) => [room.id, room]));

/**
 * Fetches the list of rooms and the entries that it shows to be missing.
 *
 * @param fresh whether a list that is just being fetched is not recent enough
 */
export function syncRooms(chat, fresh = false) {
  if (fresh) etag = undefined;
  if (running && fresh) return running.catch(() => {}).then(() => syncRooms(chat));
  running ??= fetchRooms(chat).finally(() => (running = null));
  return running;
}

async function fetchRooms(chat) {
  const known = await journaledRooms(chat);
  const first = await api.rooms(etag);
  if (state.link !== 'live') setLink('polling');
  if (first.status === 304) {
    if (await isSameHistory(chat, listed, chat.epoch, known)) await catchUp(chat, listed, true);
    return;
  }
  const rooms = [...first.content.rooms];
  for (let page = first.content.nextPage; page; ) {
    const { content } = await api.rooms(undefined, page);
    rooms.push(...content.rooms);
    page = content.nextPage;
  }
  if (await mergeRooms(chat, rooms, first.content.epoch, known, true)) {
    etag = first.etag;
    listed = rooms;
  }
}

/**
 * Merges rooms as the server describes them.
 *
 * @param known the rooms that the journal had when we asked, by id
 * @param isComplete whether these are all rooms of the account
 * @returns false if the history turned out to be rolled back
 */
export async function mergeRooms(chat, rooms, epoch, known, isComplete) {
  if (!(await isSameHistory(chat, rooms, epoch, known))) return false;
  const gone = rooms.filter((room) => !room.peer).map((room) => state.rooms.get(room.id)?.peer).filter(Boolean);
  const added = rooms.filter((room) => !isStarting && !state.rooms.has(room.id));
  (await journal.mergeRooms(chat, rooms)).forEach(putRoom);
  added.filter(isInvitation).forEach(chat.onInvited);
  gone.forEach((peer) => checkName(chat, peer, '').catch(chat.handleError));
  if (isComplete) isStarting = false;
  await catchUp(chat, rooms, isComplete);
  const ids = new Set(rooms.map((room) => room.id));
  const missing = isComplete ? [...known.keys()].filter((id) => !ids.has(id)) : [];
  for (const id of missing) if (await isGone(id)) await removeRoom(chat, id);
  return true;
}

const isGone = (id) =>
  api.room(id).then(
    () => false,
    (e) => {
      if (e.status === 404) return true;
      throw e;
    },
  );

/** Whether this is the history that the journal has; otherwise the page starts again with the server's. */
async function isSameHistory(chat, rooms, epoch, known) {
  const continues = (room, before) => !before || (room.createdAt === before.createdAt && room.lastSeq >= before.last);
  const isSame = epoch === chat.epoch && rooms.every((room) => continues(room, known.get(room.id)));
  if (!isSame) await chat.onRolledBack(epoch);
  return isSame;
}

async function catchUp(chat, rooms, isComplete) {
  if (isComplete) resumeSending();
  if (state.view) state.view.stuck = false;
  resendCursors(chat, rooms);
  const behind = rooms.map((room) => state.rooms.get(room.id)).filter((room) => room && shouldFetch(room));
  behind.sort((room) => (room.id === state.view?.id ? -1 : 1));
  for (const room of behind) await fetchMissing(chat, room.id).catch(chat.handleError); // a failure must not block the others
  await refresh(chat);
  chat.onRoomsSynced();
}

/** Removes a room that the account is no longer in. */
export async function removeRoom(chat, id) {
  await journal.removeRoom(chat, id);
  const room = state.rooms.get(id);
  if (room?.name && !leaving.delete(id)) addNotice(t.roomGone(room.name));
  state.rooms.delete(id);
  if (state.view?.id === id) close(chat);
  chat.broadcast({ room: id });
  scheduleRender();
}

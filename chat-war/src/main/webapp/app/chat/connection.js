// Keeping up with the server: the live stream where it can be had, else asking for the list of rooms.
//
// 1. Fetching is the truth: after every connect the list of rooms says what is missing, and that is fetched.
// 2. While the live stream is down, or after anything could not be fetched or taken in, the list is asked for every two
//    seconds, with its ETag.
// 3. A list taken before something was pushed never takes it back. A room that is missing in a complete list is asked for:
//    it is gone, or moved up from one page to another while they were read.
// 4. A new epoch, a lastSeq below what the journal had when we asked, or another room under the same id means that the
//    history was rolled back. Until a whole list has said that it was not, nothing is sent.

import { api } from '../wire/api.js';
import { keepLive } from '../wire/live.js';
import * as journal from '../store/journal.js';
import { changed, pause, state } from '../state.js';
import { tellAgain } from './cursor.js';
import { close, refresh, refreshMembers } from './conversation.js';
import { fill, receive, worthFilling } from './pump.js';
import { show } from './rooms.js';
import { holdSends, letSend } from './sender.js';

const ASK_EVERY = 2000;
const MEMBERS_EVERY = 4000;
const TYPING_LASTS = 6000;
const HELLO_SHOWS = 200;

let etag;
let listed = [];
let asking = null;
let behind = false;

/** Something was not fetched, or not taken in: it will be tried again, also while the live stream is up. */
export const fetchAgain = () => (behind = true);

/** Connects, and keeps connected until the chat's signal aborts. */
export function keepConnected(chat) {
  let before = journalled(chat);
  const frames = {
    hello: async (frame) => {
      linkIs('live');
      const all = frame.rooms.length < HELLO_SHOWS;
      await take(chat, frame.rooms, frame.epoch, await before, all);
      if (!all) await askForRooms(chat, true);
      if (state.view) chat.live.send({ type: 'watch', room: state.view.id, on: true });
      await refreshMembers(chat);
    },
    message: ({ type, ...message }) => receive(chat, message),
    room: (frame) => take(chat, [frame.room], chat.epoch, new Map(), false),
    gone: (frame) => forget(chat, frame.room),
    cursor: async (frame) => show(await journal.moveCursor(chat, frame.room, frame.cursor)),
    cursors: (frame) => moveMembers(chat, frame),
    typing: (frame) => typing(frame),
    problem: (frame) => frame.room && chat.resync(),
  };
  chat.live = keepLive(
    {
      connecting: () => (before = journalled(chat)),
      frame: (frame) => Promise.resolve(frames[frame.type]?.(frame)).catch(chat.failed),
      down: () => state.link === 'live' && linkIs('connecting'),
      ended: () => chat.ended(),
    },
    chat.signal,
  );
  chat.resync = () => askForRooms(chat, true).catch(chat.failed);
  keepAsking(chat);
}

async function keepAsking(chat) {
  let membersAt = 0;
  while (!chat.signal.aborted) {
    const again = behind;
    if (again || state.link !== 'live') {
      behind = false;
      try {
        await askForRooms(chat);
        const due = again || Date.now() - membersAt > MEMBERS_EVERY;
        if (due && state.view && document.visibilityState === 'visible') {
          membersAt = Date.now();
          await refreshMembers(chat);
        }
      } catch (e) {
        chat.failed(e);
      }
    }
    await pause(ASK_EVERY);
  }
}

/** Fetches the list of rooms and what it shows to be missing; of two calls at once the second waits for a fresh one. */
function askForRooms(chat, anew = false) {
  if (anew) etag = undefined;
  if (asking && anew) return asking.catch(() => {}).then(() => askForRooms(chat));
  asking ??= ask(chat).finally(() => (asking = null));
  return asking;
}

async function ask(chat) {
  const before = await journalled(chat);
  const first = await api.rooms(etag);
  if (state.link !== 'live') linkIs('polling');
  if (first.status === 304) return (await goesOn(chat, listed, chat.epoch, before)) && catchUp(chat, listed, true);
  const rooms = [...first.content.rooms];
  for (let page = first.content.nextPage; page; ) {
    const { content } = await api.rooms(undefined, page);
    rooms.push(...content.rooms);
    page = content.nextPage;
  }
  if (await take(chat, rooms, first.content.epoch, before, true)) {
    etag = first.etag;
    listed = rooms;
  }
}

const journalled = async (chat) => new Map((await journal.rooms(chat)).map((room) => [room.id, room]));

/**
 * Takes in rooms as the server describes them.
 *
 * @param before what the journal had when we asked: room id -> its record
 * @param all whether these are all of our rooms
 * @returns false if the history turned out to be rolled back
 */
async function take(chat, rooms, epoch, before, all) {
  if (!(await goesOn(chat, rooms, epoch, before))) return false;
  (await journal.meet(chat, rooms)).forEach(show);
  await catchUp(chat, rooms, all);
  const there = new Set(rooms.map((room) => room.id));
  const missing = all ? [...before.keys()].filter((id) => !there.has(id)) : [];
  for (const id of missing) if (await isGone(id)) await forget(chat, id);
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

/** Whether this is the history that the journal knows; if it is not, the page starts again with what is there. */
async function goesOn(chat, rooms, epoch, before) {
  const isIts = (room, known) => !known || (room.createdAt === known.createdAt && room.lastSeq >= known.last);
  const same = epoch === chat.epoch && rooms.every((room) => isIts(room, before.get(room.id)));
  if (!same) await chat.rolledBack(epoch);
  return same;
}

async function catchUp(chat, rooms, all) {
  if (all) letSend();
  if (state.view) state.view.stuck = false;
  tellAgain(chat, rooms);
  const lacking = rooms.map((room) => state.rooms.get(room.id)).filter((room) => room && worthFilling(room));
  lacking.sort((room) => (room.id === state.view?.id ? -1 : 1));
  for (const room of lacking) await fill(chat, room).catch(chat.failed); // one that fails holds up no other
  await refresh(chat);
  chat.listed();
}

async function forget(chat, id) {
  await journal.forget(chat, id);
  state.rooms.delete(id);
  if (state.view?.id === id) close(chat);
  chat.tell({ room: id });
  changed();
}

/** The state of the connection has become this: connecting, live, polling or offline. */
export function linkIs(link) {
  if (link === 'connecting' || link === 'offline') holdSends();
  if (state.link !== link) changed({ link });
}

async function moveMembers(chat, { room, cursors }) {
  if (state.view?.id === room) {
    const moved = new Map(Object.entries(cursors));
    const known = state.view.members;
    state.view.members = known.map((m) => ({ ...m, cursor: Math.max(m.cursor, moved.get(m.username) ?? 0) }));
    changed();
    known.forEach((m) => moved.delete(m.username));
    if (moved.size > 0) await refreshMembers(chat); // since when they are here, the stream doesn't tell
  }
}

function typing({ room, username }) {
  const view = state.view;
  if (view?.id !== room) return;
  clearTimeout(view.typing.get(username));
  const stop = () => view.typing.delete(username) && changed();
  view.typing.set(username, setTimeout(stop, TYPING_LASTS));
  changed();
}

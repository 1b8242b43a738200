// The open room: a window of lines cut out of its journal.
//
// 1. Lines come from the journal only, and are a run of seqs without a hole, from `lo` to `hi`.
// 2. A room opens at its first unread entry; the unread line stays where it was when the room was opened.
// 3. The window grows at the end that is looked at and is cut at the other, so that it never gets large.
// 4. Opening a room, or a line coming in, acknowledges nothing: views/scroll.js says what was on screen.

import { api } from '../wire/api.js';
import { changesMembers, countsAsUnread } from '../wire/kinds.js';
import * as journal from '../store/journal.js';
import { changed, state } from '../state.js';
import { fetchHistory, fill } from './pump.js';

const STEP = 100;
const MOST = 400;

/** Opens a room; it may be one that only the next list of rooms will bring. */
export async function open(chat, id) {
  if (state.view?.id === id) return;
  close(chat);
  const view = { id, lines: [], hi: 0, lo: 1, atEnd: true, atStart: false, marker: null, members: [], typing: new Map() };
  changed({ view });
  if (!state.rooms.has(id)) return;
  await enter(chat, view);
  chat.live.send({ type: 'watch', room: id, on: true });
  await Promise.all([whenThere(chat, view), refreshMembers(chat)].map((part) => part.catch(chat.failed)));
}

/** Cuts out the first window; who comes while that is done waits for it, and who comes later finds it done. */
function enter(chat, view) {
  const room = state.rooms.get(view.id);
  const first = async () => {
    view.marker = room.unread > 0 ? room.cursor : null;
    const around = view.marker ?? room.last;
    const lines = await journal.entries(chat, view.id, Math.max(room.first + 1, around - STEP / 2), around + STEP);
    if (state.view === view) put(view, lines, around, view.marker === null ? 'end' : 'marker');
  };
  view.entered ??= first().catch((e) => {
    view.entered = null;
    throw e;
  });
  return view.entered;
}

/** What needs the server: history around the place where the room was opened, and what the journal lacks. */
async function whenThere(chat, view) {
  if (view.lines.length < STEP / 4) await older(chat);
  await fill(chat, state.rooms.get(view.id));
  await refresh(chat);
}

function put(view, lines, around, place) {
  view.lines = lines;
  view.lo = lines.length > 0 ? lines[0].seq : around + 1;
  view.hi = lines.length > 0 ? lines[lines.length - 1].seq : around;
  view.place = place;
  ends(view);
  changed();
}

function ends(view) {
  const room = state.rooms.get(view.id);
  view.atEnd = view.hi >= (room?.last ?? 0);
  view.atStart = view.lo <= 1;
}

/** Leaves the open room. */
export function close(chat) {
  if (state.view) {
    chat.live.send({ type: 'watch', room: state.view.id, on: false });
    changed({ view: null });
  }
}

/**
 * Takes in what the journal has got since; called after every change of the open room.
 *
 * @param fresh the entries that are new, if this tab received them
 */
export async function refresh(chat, fresh = []) {
  const view = state.view;
  if (!view || !state.rooms.has(view.id)) return;
  await enter(chat, view);
  const room = state.rooms.get(view.id);
  if (state.view !== view || !room) return;
  fresh.forEach((entry) => view.typing.delete(entry.sender));
  if (view.hi < room.first) return begin(chat, view, room); // left and came back, or rolled back
  if (!view.atEnd) {
    ifAnybodyCame(chat, fresh);
    return changed();
  }
  await newer(chat, !view.away && room.cursor >= view.hi);
}

async function begin(chat, view, room) {
  put(view, await journal.entries(chat, view.id, room.first + 1, room.first + STEP), room.first, 'end');
}

/**
 * Appends what follows in the journal.
 *
 * @param cut whether lines may go at the top, because nobody looks there
 */
export const newer = (chat, cut) =>
  once('newer', async (view) => {
    while (view.hi < state.rooms.get(view.id).last && (cut || view.lines.length < 2 * MOST)) {
      const before = view.lines;
      const lines = await journal.entries(chat, view.id, view.hi + 1, view.hi + STEP);
      if (state.view !== view || view.lines !== before) return; // another window was cut out meanwhile
      if (lines[0]?.seq !== view.hi + 1) {
        view.stuck = true;
        return;
      }
      if (view.marker === null && document.visibilityState === 'hidden' && lines.some(isUnread)) {
        view.marker = view.hi;
      }
      view.lines = [...view.lines, ...lines];
      view.hi = lines[lines.length - 1].seq;
      ifAnybodyCame(chat, lines);
      if (cut && view.lines.length > MOST) {
        view.lines = view.lines.slice(-MOST);
        view.lo = view.lines[0].seq;
        break; // the rest when it is scrolled to
      }
    }
  });

const isUnread = (message) => countsAsUnread(message) && message.sender !== state.me.username;

/** Puts what is just below in front: from the journal, or from the server if the journal begins here. */
export const older = (chat) =>
  once('older', async (view, room) => {
    if (view.lo <= 1) return;
    if (view.lo - 1 <= room.first && !(await history(chat, view, room))) return;
    const before = view.lines;
    const first = state.rooms.get(view.id)?.first ?? 0;
    // What is at or below `first` may be from before one left and came back: not the entries just below.
    const lines = await journal.entries(chat, view.id, Math.max(first + 1, view.lo - STEP), view.lo - 1);
    if (state.view !== view || view.lines !== before) return;
    if (lines.length === 0) {
      view.stuck = true;
      return;
    }
    if (view.lines.length === 0) view.hi = lines[lines.length - 1].seq;
    view.lines = [...lines, ...view.lines].slice(0, MOST + STEP);
    view.lo = view.lines[0].seq;
    view.hi = view.lines[view.lines.length - 1].seq;
  });

/** Fetches history; false if there is none. */
async function history(chat, view, room) {
  view.stuck = true; // until it has worked, or the server has answered something else
  view.stuck = !(await fetchHistory(chat, room, STEP));
  return !view.stuck;
}

const busy = new Set();

async function once(name, work) {
  const view = state.view;
  const room = view && state.rooms.get(view.id);
  if (!room || busy.has(name)) return;
  busy.add(name);
  try {
    await work(view, room);
  } finally {
    busy.delete(name);
    if (state.view === view) ends(view);
    changed();
  }
}

/** Goes to the newest line; what is in between stays unread. */
export async function toEnd(chat) {
  const view = state.view;
  const room = state.rooms.get(view.id);
  if (view.atEnd) {
    view.place = 'end';
    return changed();
  }
  const lines = await journal.entries(chat, view.id, Math.max(room.first + 1, room.last - STEP), room.last);
  if (state.view !== view) return;
  put(view, lines, room.last, 'end');
  ifAnybodyCame(chat, lines);
}

/** Goes to the first entry that was not shown yet. */
export async function toFirstUnread(chat) {
  const view = state.view;
  const room = state.rooms.get(view.id);
  view.marker = room.cursor;
  if (room.cursor + 1 >= view.lo && room.cursor < view.hi) {
    view.place = 'marker';
    return changed();
  }
  const from = Math.max(room.first + 1, room.cursor - STEP / 2);
  const lines = await journal.entries(chat, view.id, from, room.cursor + STEP);
  if (state.view === view) put(view, lines, room.cursor, 'marker');
}

/** If entries change who is a member, or as what, asks anew. */
function ifAnybodyCame(chat, entries) {
  if (entries.some(changesMembers)) refreshMembers(chat).catch(chat.failed);
}

let asked = 0;

/** Asks who is in the open room and how far they have read. */
export async function refreshMembers(chat) {
  const view = state.view;
  if (!view || !state.rooms.has(view.id)) return;
  const turn = ++asked; // of answers that overtake each other the latest question's counts
  const room = await api.room(view.id);
  if (state.view === view && turn === asked) {
    const known = new Map(view.members.map((m) => [m.username, m.cursor]));
    view.members = room.members.map((m) => ({ ...m, cursor: Math.max(m.cursor, known.get(m.username) ?? 0) }));
    changed();
  }
}

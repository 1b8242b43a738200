// The open room: a window of lines out of its journal.
//
// 1. Lines come from the journal only, and are consecutive seqs from `lo` to `hi`.
// 2. A room opens at its first unread entry; the marker above it stays where it was when the room was opened.
// 3. The window grows at the end that the user scrolls to and is cut at the other, so that it never gets large.
// 4. Opening a room, or adding a line, acknowledges nothing: views/scroll.js reports what was on screen.

import * as journal from '../store/journal.js';
import { scheduleRender, setState, state } from '../state.js';
import { changesMembers } from '../wire/kinds.js';
import { refreshMembers } from './members.js';
import { checkNames, checkNamesOfThoseWhoLeft } from './names.js';
import { isWatched } from './presence.js';
import { fetchHistory, fetchMissing } from './receiver.js';
import { isUnread } from './unread.js';

const PAGE_SIZE = 100;
const MAX_LINES = 400;

/** Opens a room; it may be one that is only in the next list of rooms. */
export async function open(chat, id) {
  if (state.view?.id === id) return;
  close(chat);
  const view = {
    id,
    lines: [],
    lo: 1,
    hi: 0,
    atStart: false, // whether the window reaches the room's first entry
    atEnd: true, // whether it reaches the last one
    marker: null, // the seq below the unread marker
    scrollTo: null, // 'end' | 'marker': where to scroll at the next rendering
    stuck: false, // whether lines could not be loaded, and the next list of rooms has to come first
    firstWindow: null, // a promise of the first lines
    away: false, // whether the last line is out of sight
    unreadAt: null, // where the first unread line is: 'above' | 'here' | 'next' | 'below'
    unreadAbove: null, // how many unread lines are above those on screen; null while unknown
    earlier: { to: 0, unread: [], isLoading: false }, // the seqs of unread entries before the window, see unread.js
    members: [],
    typing: new Map(), // username -> timer
  };
  setState({ view });
  if (!state.rooms.has(id)) return;
  await loadFirstWindow(chat, view);
  watchRoom(chat, id);
  await Promise.all([fetchLines(chat, view), refreshMembers()].map((part) => part.catch(chat.handleError)));
  if (state.view === view) await checkNames(chat);
}

/** Subscribes to the typing and cursor events of a room. */
export const watchRoom = (chat, id) => chat.sendFrame({ type: 'watch', room: id, on: true });

/** Leaves the open room. */
export function close(chat) {
  if (state.view) {
    chat.sendFrame({ type: 'watch', room: state.view.id, on: false });
    setState({ view: null });
  }
}

/** Loads the first window, once: calls meanwhile wait for the first one, and later calls find it done. */
function loadFirstWindow(chat, view) {
  const load = async () => {
    const room = state.rooms.get(view.id);
    view.marker = room.unread > 0 ? room.cursor : null;
    const around = view.marker ?? room.last;
    const from = Math.max(room.first + 1, around - PAGE_SIZE / 2);
    const lines = await journal.entries(chat, view.id, from, around + PAGE_SIZE);
    if (state.view === view) replaceWindow(view, lines, around, view.marker === null ? 'end' : 'marker');
  };
  view.firstWindow ??= load().catch((e) => {
    view.firstWindow = null;
    throw e;
  });
  return view.firstWindow;
}

/** Fetches lines from the server: history around the place where the room was opened, and the entries the journal lacks. */
async function fetchLines(chat, view) {
  if (view.lines.length < PAGE_SIZE / 4) await loadOlder(chat);
  await fetchMissing(chat, view.id);
  await refresh(chat);
}

function replaceWindow(view, lines, around, scrollTo) {
  view.lines = lines;
  view.lo = lines.length > 0 ? lines[0].seq : around + 1;
  view.hi = lines.length > 0 ? lines[lines.length - 1].seq : around;
  view.scrollTo = scrollTo;
  updateEnds(view);
  scheduleRender();
}

function updateEnds(view) {
  const room = state.rooms.get(view.id);
  view.atEnd = view.hi >= (room?.last ?? 0);
  view.atStart = view.lo <= 1;
}

/**
 * Brings the window up to date with the journal; to be called after every change of the open room.
 *
 * @param added the entries that are new, if this tab received them
 */
export async function refresh(chat, added = []) {
  const view = state.view;
  if (!view || !state.rooms.has(view.id)) return;
  await loadFirstWindow(chat, view);
  const room = state.rooms.get(view.id);
  if (state.view !== view || !room) return;
  added.forEach((entry) => view.typing.delete(entry.sender));
  if (view.hi < room.first) {
    // The account left and came back, or the history was rolled back.
    const lines = await journal.entries(chat, view.id, room.first + 1, room.first + PAGE_SIZE);
    return replaceWindow(view, lines, room.first, 'end');
  }
  if (!view.atEnd) {
    refreshMembersAfter(chat, added);
    return scheduleRender();
  }
  const isRead = view.lines.length > 0 && room.cursor >= view.hi;
  await loadNewer(chat, isRead && !view.away);
}

/**
 * Appends the lines that follow in the journal.
 *
 * @param mayCut whether lines may be removed at the top, because the user does not look at them
 */
export const loadNewer = (chat, mayCut) =>
  exclusively('newer', async (view) => {
    while (view.hi < state.rooms.get(view.id).last && (mayCut || view.lines.length < 2 * MAX_LINES)) {
      const before = view.lines;
      const lines = await journal.entries(chat, view.id, view.hi + 1, view.hi + PAGE_SIZE);
      if (state.view !== view || view.lines !== before) return; // the window was replaced meanwhile
      if (lines[0]?.seq !== view.hi + 1) {
        view.stuck = true;
        return;
      }
      appendLines(view, lines);
      refreshMembersAfter(chat, lines);
      if (mayCut && view.lines.length > MAX_LINES) {
        view.lines = view.lines.slice(-MAX_LINES);
        view.lo = view.lines[0].seq;
        break; // the rest follows when the user scrolls to it
      }
    }
  });

function appendLines(view, lines) {
  if (view.marker === null && !isWatched() && lines.some(isUnread)) {
    view.marker = view.hi;
  }
  view.lines = [...view.lines, ...lines];
  view.hi = lines[lines.length - 1].seq;
}

/** Prepends the lines before the first: from the journal, or from the server if the journal starts here. */
export const loadOlder = (chat) =>
  exclusively('older', async (view, room) => {
    if (view.lo <= 1) return;
    if (view.lo - 1 <= room.first && !(await fetchOlder(chat, view, room))) return;
    const before = view.lines;
    const first = state.rooms.get(view.id)?.first ?? 0;
    // Entries up to `first` may be from before the account left and came back, with a gap after them.
    const lines = await journal.entries(chat, view.id, Math.max(first + 1, view.lo - PAGE_SIZE), view.lo - 1);
    if (state.view !== view || view.lines !== before) return;
    if (lines.length === 0) {
      view.stuck = true;
      return;
    }
    view.lines = [...lines, ...view.lines].slice(0, MAX_LINES + PAGE_SIZE);
    view.lo = view.lines[0].seq;
    view.hi = view.lines[view.lines.length - 1].seq;
  });

/** Fetches history; false if there is none. */
async function fetchOlder(chat, view, room) {
  view.stuck = true; // until it has worked, or the next list of rooms
  view.stuck = !(await fetchHistory(chat, room, PAGE_SIZE));
  return !view.stuck;
}

const running = new Map(); // name -> a promise of the end of that work

/** Runs work on the open room, or waits for work of the same name that is running. */
async function exclusively(name, work) {
  const view = state.view;
  const room = view && state.rooms.get(view.id);
  if (!room) return;
  if (!running.has(name)) running.set(name, finish(name, view, work(view, room)));
  await running.get(name);
}

async function finish(name, view, work) {
  try {
    await work;
  } finally {
    running.delete(name);
    if (state.view === view) updateEnds(view);
    scheduleRender();
  }
}

/** Goes to the newest line; the lines in between stay unread. */
export async function goToEnd(chat) {
  const view = state.view;
  const room = state.rooms.get(view.id);
  if (view.atEnd) {
    view.scrollTo = 'end';
    return scheduleRender();
  }
  const lines = await journal.entries(chat, view.id, Math.max(room.first + 1, room.last - PAGE_SIZE), room.last);
  if (state.view !== view) return;
  replaceWindow(view, lines, room.last, 'end');
  refreshMembersAfter(chat, lines);
}

/** Goes to the first entry that has not been shown yet. */
export async function goToFirstUnread(chat) {
  const view = state.view;
  const room = state.rooms.get(view.id);
  view.marker = room.cursor;
  if (room.cursor + 1 >= view.lo && room.cursor < view.hi) {
    view.scrollTo = 'marker';
    return scheduleRender();
  }
  const from = Math.max(room.first + 1, room.cursor - PAGE_SIZE / 2);
  const lines = await journal.entries(chat, view.id, from, room.cursor + PAGE_SIZE);
  if (state.view === view) replaceWindow(view, lines, room.cursor, 'marker');
}

/** Fetches the members again if the entries may have changed them. */
function refreshMembersAfter(chat, entries) {
  if (!entries.some(changesMembers)) return;
  refreshMembers()
    .then(() => checkNamesOfThoseWhoLeft(chat))
    .catch(chat.handleError);
}

// What is unread in the open room: entries of other members that have not been on screen yet. Those that have been, but below
// one that has not, are above the cursor and still not unread to the user.

import * as journal from '../store/journal.js';
import { scheduleRender, state } from '../state.js';
import { countsAsUnread } from '../wire/kinds.js';
import { isShown } from './cursor.js';

const MAX_COUNTED = 1500; // more than the views distinguish

export const isUnread = (entry) => countsAsUnread(entry) && entry.sender !== state.me.username;

/** The number of unread entries before the line with this seq; null while those before the window are not counted yet. */
export function unreadBefore(chat, view, seq) {
  const { cursor } = state.rooms.get(view.id);
  if (view.lo > cursor + 1 && view.earlier.to < view.lo - 1) {
    loadEarlier(chat, view, cursor).catch(chat.handleError);
    return null;
  }
  const seqs = view.earlier.unread.filter((each) => each < view.lo);
  view.lines.filter(isUnread).forEach((entry) => seqs.push(entry.seq));
  return seqs.filter((each) => each > cursor && each < seq && !isShown(view.id, each)).length;
}

/** Finds the unread entries between the cursor and the window. */
async function loadEarlier(chat, view, cursor) {
  if (view.earlier.isLoading) return;
  view.earlier.isLoading = true;
  const to = view.lo - 1;
  try {
    const entries = await journal.entries(chat, view.id, Math.max(cursor + 1, to - MAX_COUNTED), to);
    Object.assign(view.earlier, { to, unread: entries.filter(isUnread).map((entry) => entry.seq) });
    scheduleRender();
  } finally {
    view.earlier.isLoading = false;
  }
}

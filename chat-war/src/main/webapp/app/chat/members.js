// The members of the open room: their read cursors, and who is typing.

import { api } from '../wire/api.js';
import { countsAsUnread } from '../wire/kinds.js';
import * as journal from '../store/journal.js';
import { scheduleRender, state } from '../state.js';

const TYPING_TIMEOUT = 6000;
const MAX_COUNTED = 5000;

let requests = 0;

/** Fetches the members of the open room and their cursors. */
export async function refreshMembers() {
  const view = state.view;
  if (!view || !state.rooms.has(view.id)) return;
  const request = ++requests; // only the latest request counts, as responses may overtake each other
  const room = await api.room(view.id);
  if (state.view === view && request === requests) {
    view.members = withCursors(room.members, new Map(view.members.map((m) => [m.username, m.cursor])));
    scheduleRender();
  }
}

/** The stream has reported the cursors of members. */
export async function moveMemberCursors({ room, cursors }) {
  const view = state.view;
  if (view?.id !== room) return;
  view.members = withCursors(view.members, new Map(Object.entries(cursors)));
  scheduleRender();
  const known = new Set(view.members.map((m) => m.username));
  if (!Object.keys(cursors).every((username) => known.has(username))) {
    await refreshMembers(); // the stream doesn't report since when they are members
  }
}

const withCursors = (members, cursors) =>
  members.map((m) => ({ ...m, cursor: Math.max(m.cursor, cursors.get(m.username) ?? 0) }));

/**
 * Counts the messages of others that each member of the open room has not read. Their own are none of them, although their
 * cursor may be below.
 *
 * @returns for each member [username, number, whether these are all]: only the newest entries in the journal are counted
 */
export async function unreadByMember(chat) {
  const { id, members } = state.view;
  const { first, last } = state.rooms.get(id);
  const from = Math.max(first + 1, last - MAX_COUNTED + 1);
  const messages = (await journal.entries(chat, id, from, last)).filter(countsAsUnread);
  return members.map(({ username, cursor }) => [
    username,
    messages.filter((m) => m.seq > cursor && m.sender !== username).length,
    cursor + 1 >= from,
  ]);
}

/** The stream has reported that a member is typing. */
export function showTyping({ room, username }) {
  const view = state.view;
  if (view?.id !== room) return;
  clearTimeout(view.typing.get(username));
  const stop = () => view.typing.delete(username) && scheduleRender();
  view.typing.set(username, setTimeout(stop, TYPING_TIMEOUT));
  scheduleRender();
}

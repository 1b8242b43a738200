// The names of deleted accounts: the server names them no more, but what was received before has their names.
//
// 1. No frame says that an account was deleted. So the names in the open room that are no member's are looked up: when it is
//    opened, and when a member leaves it. A direct room loses its peer.
// 2. A name may be another account's by now. Entries from before its registration are not by that one.

import { api } from '../wire/api.js';
import * as journal from '../store/journal.js';
import { scheduleRender, state } from '../state.js';
import { delay } from '../timing.js';
import { putRoom } from './rooms.js';

const DELETION_TIME = 5000; // an account that is being deleted leaves its groups first

/** Looks up the names in the open room that are no member's. */
export async function checkNames(chat) {
  const view = state.view;
  if (!view) return;
  const known = new Set([chat.me.username, ...view.members.map((member) => member.username)]);
  const oldest = new Map(); // name -> the instant of its oldest entry
  for (const { sender, username, sentAt } of view.lines) {
    for (const name of [sender, username]) if (name && !known.has(name) && !oldest.has(name)) oldest.set(name, sentAt);
  }
  for (const [name, instant] of oldest) await checkName(chat, name, instant);
}

/** The same after a member has left, also once more, as that may be the beginning of a deletion. */
export async function checkNamesOfThoseWhoLeft(chat) {
  await checkNames(chat);
  await delay(DELETION_TIME);
  if (!chat.signal.aborted) await checkNames(chat);
}

/** Removes a name from entries of a deleted account; nothing to do if the present account is older than the oldest entry. */
export async function checkName(chat, name, oldest) {
  const since = await registeredAt(name);
  if (since <= oldest) return;
  const isBefore = (entry) => entry.sentAt < since;
  (await journal.forgetName(chat, name, isBefore)).forEach(putRoom);
  const cleared = (entry) => (isBefore(entry) ? journal.withoutName(entry, name) : entry);
  if (state.view) state.view.lines = state.view.lines.map(cleared);
  scheduleRender();
}

const NEVER = '9999';

const registeredAt = (name) =>
  api.account(name).then(
    (account) => account.createdAt,
    (e) => {
      if (e.status === 404) return NEVER;
      throw e;
    },
  );

// Leaving this browser: what stays in it.
//
// 1. After a logout nothing that was received or written can be read here, as another person may use this browser next: not
//    even the messages of the last 30 days that would be sent again after a restore of the server. What was not sent stays
//    if the user wishes so.
// 2. A session that ends in another way (another device, a new password) leaves everything: the user comes back.

import { api } from '../wire/api.js';
import { deleteDatabase } from '../store/database.js';
import { clear } from '../store/journal.js';
import { state } from '../state.js';
import { forgetDrafts } from './drafts.js';
import { forgetSession } from './session.js';

/** The messages that were not sent and would be lost. */
export const unsent = () => state.outbox.filter((message) => message.state !== 'stored');

/**
 * Logs all tabs of this account out.
 *
 * @param keepUnsent whether what was not sent stays, to be sent at the next login
 */
export async function logOut(chat, keepUnsent) {
  await api.logOut();
  chat.stop();
  await clear(chat, keepUnsent);
  if (!keepUnsent) forgetDrafts();
  forgetSession();
}

/** Removes everything of an account that was deleted. */
export async function forgetAccount(chat) {
  chat.stop();
  await deleteDatabase(state.me);
  forgetDrafts();
  forgetSession();
}

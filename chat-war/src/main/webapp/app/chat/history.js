// A room's whole conversation, for printing.

import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { fetchHistory, fetchMissing } from './receiver.js';

const PAGE_SIZE = 500;

/** Fetches what the journal lacks of a room, and returns all its entries; without a connection those in the journal. */
export async function wholeConversation(chat, id) {
  try {
    await fetchMissing(chat, id);
    while (await fetchHistory(chat, state.rooms.get(id), PAGE_SIZE));
  } catch (e) {
    chat.handleError(e);
  }
  const { first, last } = state.rooms.get(id);
  return journal.entries(chat, id, first + 1, last);
}

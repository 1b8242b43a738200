// Messages on their way out: the outbox as the views show it.

import * as outbox from '../store/outbox.js';
import { setState, state } from '../state.js';
import { goToEnd } from './conversation.js';
import { wakeSender } from './sender.js';

/** Copies the outbox into the state. */
export async function showOutbox(chat) {
  setState({ outbox: await outbox.pending(chat) });
}

/** Writes a message into the open room under a new key; fails only if it is not stored, so that the user can try again. */
export async function write(chat, key, body) {
  const room = state.rooms.get(state.view.id);
  await outbox.write(chat, room, key, body);
  chat.broadcast({ outbox: true, wake: true });
  wakeSender();
  try {
    await showOutbox(chat);
    if (state.view?.id === room.id) await goToEnd(chat); // the room may have been left meanwhile
  } catch (e) {
    chat.handleError(e);
  }
}

/** Deletes a refused message. */
export async function discard(chat, n) {
  await outbox.discard(chat, n);
  chat.broadcast({ outbox: true });
}

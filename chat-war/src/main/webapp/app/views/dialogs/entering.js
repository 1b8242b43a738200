// From a dialog to a room: opening the direct room with an account, joining an open group.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { newKey } from '../../store/outbox.js';
import { state } from '../../state.js';
import { closeDialog, updateDialog } from '../modal.js';
import { reason } from '../problem.js';
import { goToRoom } from '../rooms.js';

/** Opens the direct room with an account. `isWanted` tells whether the user has not gone on meanwhile. */
export const enterDirectRoom = (username, isWanted) => enter(() => api.openDirectRoom(username), isWanted);

/** Opens an open group, and joins it first unless this account is in it. */
export const enterOpenGroup = (group, isWanted) =>
  enter(async () => {
    if (!group.joined) await api.addMember(group.id, state.me.username, newKey());
    return group;
  }, isWanted);

async function enter(call, isWanted) {
  try {
    const room = await call();
    await chat.resync();
    if (!isWanted()) return;
    closeDialog();
    goToRoom(room.id);
  } catch (e) {
    showError(e, isWanted);
  }
}

/** Shows why a call of the dialog failed, if it is still wanted. */
export function showError(e, isWanted) {
  chat.handleError(e);
  if (isWanted()) updateDialog({ busy: false, problem: reason(e) });
}

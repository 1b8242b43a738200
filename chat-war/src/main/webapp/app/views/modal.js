// The state of the one dialog that may be open: opening, updating and closing it. dialogs/dialog.js renders it.

import { setState, state } from '../state.js';
import { observeAgain } from './scroll.js';

/** Opens a dialog of a kind, in place of the one that is open. */
export const openDialog = (kind) => setState({ dialog: { kind } });

/** Changes the state of the open dialog. */
export const updateDialog = (change) => state.dialog && setState({ dialog: { ...state.dialog, ...change } });

/** Closes the dialog at once, so that the next one to be opened is a new one. */
export function closeDialog() {
  document.querySelector('dialog')?.close();
  onDialogClosed();
}

/** To be called when the dialog was closed. */
export function onDialogClosed() {
  setState({ dialog: null });
  queueMicrotask(observeAgain);
}

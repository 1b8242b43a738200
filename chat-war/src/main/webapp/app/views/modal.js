// The state of the one dialog that may be open: opening, updating and closing it. dialogs/dialog.js renders it.
//
// 1. What comes late, such as a response, changes only the dialog that asked for it: pass that dialog to updateDialog(), or
//    ask isOpen(). By then another one may be open.

import { setState, state } from '../state.js';
import { enterDialog, handleBack, leaveDialog } from './dialog-history.js';
import { observeAgain } from './scroll.js';

let opened = 0;

/** Opens a dialog of a kind, in place of the one that is open. */
export function openDialog(kind) {
  enterDialog();
  setState({ dialog: { kind, id: ++opened } });
}

/** Whether this dialog is still open, in whatever state. */
export const isOpen = (dialog) => Boolean(dialog) && state.dialog?.id === dialog.id;

/**
 * Changes the state of a dialog if it is still open.
 *
 * @param dialog by default the one that is open
 */
export const updateDialog = (change, dialog = state.dialog) =>
  isOpen(dialog) && setState({ dialog: { ...state.dialog, ...change } });

/** Closes the dialog at once, so that the next one to be opened is a new one. */
export function closeDialog() {
  document.querySelector('dialog')?.close();
  onDialogClosed();
}

/** To be called when the dialog was closed. */
export function onDialogClosed() {
  leaveDialog();
  setState({ dialog: null });
  queueMicrotask(observeAgain);
}

/** Lets Back close the dialog. */
export const closeDialogOnBack = () => handleBack(() => state.dialog !== null, closeDialog);

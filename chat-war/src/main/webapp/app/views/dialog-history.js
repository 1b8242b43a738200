// The entry of an open dialog in the browser's history: Back closes the dialog, and nothing else.
//
// 1. A dialog that is closed otherwise leaves its entry behind as a spare one. Removing it would mean going back, which ends
//    only later and could undo what the user does meanwhile. The next dialog takes it, and Back steps over it.
// 2. The entry below has a mark: where Back arrives from a spare entry, and a link to the open room does not.

let current = { state: history.state, href: location.href };

function change(method, state) {
  history[method](state, '');
  current = { state, href: location.href };
}

/** A dialog opens. */
export function enterDialog() {
  const { state } = history;
  if (state?.dialog) return;
  if (!state?.spare) change('replaceState', { ...state, below: true });
  change(state?.spare ? 'replaceState' : 'pushState', { dialog: true });
}

/** The dialog has been closed. */
export function leaveDialog() {
  if (history.state?.dialog) change('replaceState', { spare: true });
}

/**
 * Handles Back and Forward from now on.
 *
 * @param isOpen whether a dialog is open
 * @param close closes it
 */
export function handleBack(isOpen, close) {
  leaveDialog(); // the page was reloaded while it was open
  addEventListener('popstate', () => {
    const from = current;
    current = { state: history.state, href: location.href };
    if (isOpen()) {
      if (!history.state?.dialog) close();
      return;
    }
    leaveDialog(); // Forward to the entry of a dialog that Back has closed
    if (from.state?.spare && history.state?.below && from.href === location.href) history.back();
  });
}

// The state of this page, and how it is changed.
//
// 1. A change goes through setState(), or is made inside one of its objects and followed by scheduleRender(); the page is
//    rendered once for all changes made in the same turn of the event loop.
// 2. It mirrors the journal, the outbox and the server: nothing in it has to outlive the page.

export const state = {
  phase: 'starting', // starting | blocked (no storage) | login | in | out (this tab may no longer act for its account)
  me: null, // {username, accountId, sessionId, epoch}
  link: 'connecting', // connecting | live | polling | offline
  rooms: new Map(), // by id, as in the journal
  outbox: [], // messages that are waiting, refused, or stored but not yet in the journal; in the order written
  view: null, // the open room, see chat/conversation.js
  missing: false, // whether the address names a room that the account is not in
  dialog: null, // {kind, …} of the open dialog
  printout: null, // what is being printed, see views/print.js
  notice: null, // one sentence at the top of the page
  spoken: '', // the text of the live region for screen readers
  login: {}, // the state of the login form
};

let render = () => {};
let scheduled = false;

/** Registers the function that renders the page. */
export function onRender(callback) {
  render = callback;
}

/** Merges a change into the state and schedules a rendering. */
export function setState(change) {
  Object.assign(state, change);
  scheduleRender();
}

/** Renders the page after the current turn, for changes made inside the state's objects. */
export function scheduleRender() {
  if (!scheduled) {
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      render();
    });
  }
}

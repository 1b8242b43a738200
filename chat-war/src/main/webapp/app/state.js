// The one state of this page, and the only way to say that it changed.
//
// 1. Views read it and never write; whoever writes calls changed(), and the page is drawn once for all changes of a turn.
// 2. It is a picture of the journal, the outbox and the server: nothing in it is worth keeping when the page goes.

export const state = {
  phase: 'starting', // starting | login | in | out: "out" means that this tab may no longer speak for its account
  me: null, // {username, accountId, sessionId, epoch}
  link: 'connecting', // connecting | live | polling | offline
  rooms: new Map(), // by id, as the journal has them
  outbox: [], // what waits, was refused, or is stored but not yet in the journal; in the order written
  view: null, // the open room, see chat/conversation.js
  dialog: null, // {kind, …} of the open dialog
  notice: null, // one sentence at the top of the page
  spoken: '', // what a screen reader is told
  login: {}, // what the login form says
};

let draw = () => {};
let due = false;

/** Names the function that draws the page. */
export function onChange(render) {
  draw = render;
}

/** Asks for a drawing after the present turn; `change`, if given, is merged into the state. */
export function changed(change) {
  if (change) {
    Object.assign(state, change);
  }
  if (!due) {
    due = true;
    queueMicrotask(() => {
      due = false;
      draw();
    });
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The connection to the server: the live stream where it is available, otherwise polling.
//
// 1. Fetching is authoritative: after every connect the list of rooms says what is missing, and that is fetched (sync.js).
// 2. While the live stream is down, or after something could not be fetched or stored, the list is polled every two
//    seconds, with its ETag.
// 3. Where the page may have been asleep, the list is fetched at once: when the user begins to look at it, and when the clock
//    shows that the timer was late.

import { LiveStream } from '../wire/live.js';
import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { delay } from '../timing.js';
import { watchRoom } from './conversation.js';
import { setLink } from './link.js';
import { onWatched } from './presence.js';
import { moveMemberCursors, refreshMembers, showTyping } from './members.js';
import { receive } from './receiver.js';
import { putRoom } from './rooms.js';
import { journaledRooms, mergeRooms, removeRoom, syncRooms } from './sync.js';

const POLL_INTERVAL = 2000;
const LATE = { visible: 10_000, hidden: 75_000 }; // in the background, browsers run timers once a minute
const MEMBERS_INTERVAL = 4000;
const MAX_HELLO_ROOMS = 200;

let syncNeeded = false;
let pollNow = () => {};

/** Something could not be fetched or stored: the next poll fetches it, also while the live stream is up. */
export const requestSync = () => (syncNeeded = true);

/** Connects, and stays connected until the chat's signal aborts; returns the live stream. */
export function connect(chat) {
  let known; // a promise of the rooms that the journal had when the stream was opened
  const handlers = { ...frameHandlers(chat), hello: (frame) => onHello(chat, frame, known) };
  const live = new LiveStream(
    {
      sessionId: () => state.me.sessionId,
      onConnecting: () => (known = journaledRooms(chat)),
      onFrame: (frame) => Promise.resolve(handlers[frame.type]?.(frame)).catch(chat.handleError),
      onDown: () => state.link === 'live' && setLink('connecting'),
      onSessionEnded: chat.onSessionEnded,
    },
    chat.signal,
  );
  const wakeUp = () => {
    live.wakeUp();
    requestSync();
    pollNow();
  };
  onWatched(wakeUp);
  watchClock(chat, wakeUp);
  poll(chat);
  return live;
}

const frameHandlers = (chat) => ({
  message: ({ type, ...message }) => receive(chat, message),
  room: (frame) => mergeRooms(chat, [frame.room], chat.epoch, new Map(), false),
  gone: (frame) => removeRoom(chat, frame.room),
  cursor: async (frame) => putRoom(await journal.moveCursor(chat, frame.room, frame.cursor)),
  cursors: moveMemberCursors,
  typing: showTyping,
  problem: (frame) => frame.room && chat.resync(),
});

async function onHello(chat, { rooms, epoch }, known) {
  setLink('live');
  const isComplete = rooms.length < MAX_HELLO_ROOMS;
  await mergeRooms(chat, rooms, epoch, await known, isComplete);
  if (!isComplete) await syncRooms(chat, true);
  if (state.view) watchRoom(chat, state.view.id);
  await refreshMembers();
}

/** Calls `onLate` where the clock shows that a timer was late; apart from the polls, as a machine may sleep while a list is fetched. */
async function watchClock(chat, onLate) {
  let at = Date.now();
  while (!chat.signal.aborted) {
    await delay(POLL_INTERVAL);
    const now = Date.now();
    if (now - at > LATE[document.visibilityState]) onLate();
    at = now;
  }
}

async function poll(chat) {
  let membersAt = 0;
  while (!chat.signal.aborted) {
    const isRetry = syncNeeded;
    if (isRetry || state.link !== 'live') {
      syncNeeded = false;
      try {
        await syncRooms(chat);
        const isDue = isRetry || Date.now() - membersAt > MEMBERS_INTERVAL;
        if (isDue && state.view && document.visibilityState === 'visible') {
          membersAt = Date.now();
          await refreshMembers();
        }
      } catch (e) {
        chat.handleError(e);
      }
    }
    await Promise.race([delay(POLL_INTERVAL), new Promise((resolve) => (pollNow = resolve))]);
  }
}

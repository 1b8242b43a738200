// The chat of one account in one tab: assembles its parts, from the start of the page until the tab may no longer act.
//
// 1. A page has at most one chat. When it ends, everything it runs ends with it (`signal`).
// 2. It starts from what is on disk, so that it also starts without a connection.
// 3. Without its database it does nothing: the page reloads.
// 4. The parts get the chat as an argument and never import this module; only the views and main.js do.

import { NoAnswer, Problem } from '../wire/api.js';
import { ownName } from '../wire/base.js';
import { EpochChanged, openDatabase } from '../store/database.js';
import { initEpoch, setEpoch } from '../store/epoch.js';
import * as journal from '../store/journal.js';
import * as outbox from '../store/outbox.js';
import { openChannel } from '../store/tabs.js';
import { setState, state } from '../state.js';
import { t } from '../strings.js';
import { delay } from '../timing.js';
import { connect, requestSync } from './connection.js';
import { close, refresh } from './conversation.js';
import { recoverDrafts } from './drafts.js';
import { setLink } from './link.js';
import { showOutbox } from './outgoing.js';
import { putRoom, reloadRoom } from './rooms.js';
import { keepSending, retrySending, wakeSender } from './sender.js';
import { isBrowserLoggedIn, onBrowserSessionChange, otherAccount, renewSession } from './session.js';
import { syncRooms } from './sync.js';

const TAKEOVER_DELAY = 1000;
const NOTICE = ownName('chat-notice');

/** The chat of this page; null while no account is logged in. */
export let chat = null;

/**
 * Starts the chat of the account that this tab acts for.
 *
 * @param listeners functions: onRoomsSynced(), after every list of rooms; onMessages(chat, room, added), when entries were
 *     added to the journal by this tab; and onInvited(room), when another member has added this account to a group
 */
export async function start(me, listeners) {
  const end = new AbortController();
  const db = await openDatabase(me, () => onStorageLost(end));
  chat = assemble(me, db, await initEpoch(db, me.epoch), end, listeners);
  (await journal.rooms(chat)).forEach(putRoom);
  await recoverDrafts(chat);
  await showOutbox(chat);
  setState({ phase: 'in', notice: takeNotice() });
  onBrowserSessionChange(onSessionChange, chat.signal);
  chat.connect();
  keepSending(chat).catch(handleError);
  outbox.prune(chat).catch(handleError);
}

function assemble(me, db, epoch, end, { onRoomsSynced, onMessages, onInvited }) {
  let live;
  const toOtherTabs = openChannel(`262chat:${me.accountId}:${me.username}`, onBroadcast, end.signal);
  return {
    me, // the account: {username, accountId, …}
    db, // its database
    epoch, // the epoch that the database belongs to
    signal: end.signal, // aborts when the chat ends
    connect: () => (live = connect(chat)),
    stop: () => stop(end),
    sendFrame: (frame) => live.send(frame), // over the live stream; false if that is down
    sendMessage: (message) => live.sendMessage(message), // a message of the outbox, see wire/sends.js
    resync: () => syncRooms(chat, true).catch(handleError), // fetches a fresh list of rooms
    broadcast(message) {
      toOtherTabs(message);
      if (message.outbox) showOutbox(chat);
    },
    handleError, // every failed call ends here
    onEntries(room, added) {
      onMessages(chat, room, added);
      if (state.view?.id === room.id) refresh(chat, added).catch(handleError);
      if (added.some((message) => message.key)) showOutbox(chat);
    },
    onRoomsSynced,
    onInvited,
    onRolledBack,
    continueSession() {
      const isNewer = renewSession();
      if (isNewer) live.restart(); // the server may keep the stream of the earlier session
      return isNewer;
    },
    onSessionEnded: () => chat.continueSession() || stop(end), // returns whether to continue
  };
}

/** Another tab of the account has changed something. */
async function onBroadcast(message) {
  try {
    if (message.rolledBack) return restart();
    if (message.room) {
      const room = await reloadRoom(chat, message.room);
      if (state.view?.id === message.room) await (room ? refresh(chat) : close(chat));
    }
    if (message.wake) wakeSender();
    if (message.retry) retrySending();
    if (message.outbox) await showOutbox(chat);
  } catch (e) {
    handleError(e);
  }
}

/**
 * Handles the error of a failed call; the caller continues or retries.
 *
 * @param isFetch whether something may be missing now that has to be fetched again
 */
function handleError(e, isFetch = true) {
  if (chat.signal.aborted) return;
  if (e instanceof EpochChanged) return restart();
  if (e instanceof Problem && e.status === 401) return chat.onSessionEnded();
  if (isFetch && !(e instanceof Problem && e.isFinal)) requestSync();
  if (e instanceof NoAnswer || (e instanceof Problem && e.status >= 500)) {
    if (state.link !== 'live') setLink('offline');
  } else if (!(e instanceof Problem)) {
    console.error(e);
  }
}

/** The server's history was rolled back: all tabs start again at the server's cursors. */
async function onRolledBack(epoch) {
  await setEpoch(chat.db, epoch, epoch === chat.epoch);
  chat.broadcast({ rolledBack: true });
  restart();
}

function restart() {
  sessionStorage.setItem(NOTICE, t.rolledBack);
  location.reload();
}

function takeNotice() {
  const notice = sessionStorage.getItem(NOTICE);
  sessionStorage.removeItem(NOTICE);
  return notice;
}

/** Reloads the page, after a moment in which another tab can take over the lock of this one. */
async function onStorageLost(end) {
  if (end.signal.aborted) return;
  end.abort();
  await delay(TAKEOVER_DELAY);
  if (isBrowserLoggedIn()) location.reload();
  else stop(end); // the account was deleted, or all data of the browser
}

/** Another tab has logged in or out. */
function onSessionChange() {
  if (otherAccount() || !isBrowserLoggedIn()) chat.stop();
  else chat.continueSession();
}

function stop(end) {
  end.abort();
  // The stream may report the end of the session before the tab that took it over can report that it is the same account.
  onBrowserSessionChange(() => renewSession() && location.reload());
  setState({ phase: 'out', view: null, dialog: null });
}

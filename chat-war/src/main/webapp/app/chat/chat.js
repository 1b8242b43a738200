// One account in one tab, from the start of the page until it may no longer speak: ties the parts together.
//
// 1. There is at most one in the life of a page. When it ends, everything that it runs ends with it (`signal`).
// 2. It starts from what is on disk, so that it also starts without a connection.
// 3. Without what is on disk it does nothing: the page starts anew.

import { NoAnswer, Problem } from '../wire/api.js';
import { ask, OtherEpoch, openDatabase, run } from '../store/database.js';
import { takeBack } from '../store/drafts.js';
import { belongTo } from '../store/epoch.js';
import * as journal from '../store/journal.js';
import * as outbox from '../store/outbox.js';
import { openChannel } from '../store/tabs.js';
import { changed, pause, state } from '../state.js';
import { t } from '../strings.js';
import { notify } from './attention.js';
import { fetchAgain, keepConnected, linkIs } from './connection.js';
import * as conversation from './conversation.js';
import { show, reread } from './rooms.js';
import { keepSending, wakeSender } from './sender.js';
import { onBrowserChange, renew, somebodyElse } from './session.js';

const MOMENT = 1000;

/** The chat of this page; null while nobody is logged in. */
export let chat = null;

/** Starts for the account that this tab speaks for. */
export async function start(me) {
  const end = new AbortController();
  chat = { me, epoch: me.epoch, signal: end.signal, db: await openDatabase(me, () => storageLost(end)) };
  chat.epoch = (await run(chat, 'readonly', (s) => ask(s.meta.get('epoch')))) ?? me.epoch;
  await belongTo(chat, chat.epoch);
  Object.assign(chat, {
    tell: openChannel(`262chat:${me.accountId}:${me.username}`, hear, end.signal),
    failed,
    rolledBack,
    listed: () => {},
    ended: () => renew() || stop(end),
    arrived,
    stop: () => stop(end),
  });
  const tell = chat.tell;
  chat.tell = (what) => {
    tell(what);
    if (what.outbox) showOutbox();
  };
  (await journal.rooms(chat)).forEach(show);
  await takeBack(chat);
  await showOutbox();
  changed({ phase: 'in', notice: takeNotice() });
  onBrowserChange(() => (somebodyElse() || !localStorage.getItem('chat-me') ? stop(end) : renew()), end.signal);
  keepConnected(chat);
  keepSending(chat).catch(failed);
  outbox.tidy(chat).catch(failed);
}

/** Writes a message into the open room, under a new key; fails only if it is not kept: whoever is told so writes it again. */
export async function write(key, body) {
  const room = state.rooms.get(state.view.id);
  await outbox.write(chat, room, key, body);
  chat.tell({ outbox: true, wake: true });
  wakeSender();
  try {
    await showOutbox();
    if (state.view?.id === room.id) await conversation.toEnd(chat); // the room may have been left meanwhile
  } catch (e) {
    failed(e);
  }
}

/** Throws a refused message away. */
export async function discard(n) {
  await outbox.discard(chat, n);
  chat.tell({ outbox: true });
}

async function showOutbox() {
  changed({ outbox: await outbox.pending(chat) });
}

/** Entries came into the journal by this tab. */
function arrived(room, fresh) {
  notify(chat, room, fresh);
  if (state.view?.id === room.id) conversation.refresh(chat, fresh).catch(failed);
  if (fresh.some((message) => message.key)) showOutbox();
}

/** Another tab of the account has changed something. */
async function hear(what) {
  try {
    if (what.rolledBack) return startAgain();
    if (what.room) {
      const room = await reread(chat, what.room);
      if (state.view?.id === what.room) await (room ? conversation.refresh(chat) : conversation.close(chat));
    }
    if (what.wake) wakeSender();
    if (what.outbox) await showOutbox();
  } catch (e) {
    failed(e);
  }
}

/**
 * What every failed call ends up in; who called goes on or tries again.
 *
 * @param fetching whether something may be missing now that has to be fetched again
 */
function failed(e, fetching = true) {
  if (chat.signal.aborted) return;
  if (e instanceof OtherEpoch) return startAgain();
  if (e instanceof Problem && e.status === 401) return chat.ended();
  if (fetching && !(e instanceof Problem && e.isFinal)) fetchAgain();
  if (e instanceof NoAnswer || (e instanceof Problem && e.status >= 500)) {
    if (state.link !== 'live') linkIs('offline');
  } else if (!(e instanceof Problem)) {
    console.error(e);
  }
}

/** The server's history was rolled back: this and all other tabs start again at the server's cursor. */
async function rolledBack(epoch) {
  await belongTo(chat, epoch, epoch === chat.epoch);
  chat.tell({ rolledBack: true });
  startAgain();
}

function startAgain() {
  sessionStorage.setItem('chat-notice', t.rolledBack);
  location.reload();
}

/** The page starts anew, after a moment in which another tab can take over what this one did for all. */
async function storageLost(end) {
  if (end.signal.aborted) return;
  end.abort();
  await pause(MOMENT);
  if (localStorage.getItem('chat-me')) location.reload();
  else stop(end); // the account was deleted, or all that the browser had
}

function takeNotice() {
  const notice = sessionStorage.getItem('chat-notice');
  sessionStorage.removeItem('chat-notice');
  return notice;
}

function stop(end) {
  end.abort();
  // The stream tells that a session has ended before the tab that took it over can say that it is the same account.
  onBrowserChange(() => renew() && location.reload());
  changed({ phase: 'out', view: null, dialog: null });
}

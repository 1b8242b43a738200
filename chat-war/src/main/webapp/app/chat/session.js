// Who this tab is: the account and session that it speaks for.
//
// 1. The cookie carries the token and is one for all tabs; who a tab speaks for is the tab's own (sessionStorage). The
//    latest login of the browser (localStorage) is only what a new tab starts with.
// 2. A tab never changes to another account by itself. If the same account has logged in again, it goes on with the new
//    session; else it says so and does nothing more.
// 3. After a login the page starts anew, so that nothing of another account is left in memory.

import { api, speakFor } from '../wire/api.js';
import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { t } from '../strings.js';

const MINE = 'chat-me';

const read = (storage) => {
  try {
    return JSON.parse(storage.getItem(MINE));
  } catch {
    return null;
  }
};

const same = (a, b) => a && b && a.accountId === b.accountId && a.username === b.username;

/** Who this tab was, or who the browser was last; null if nobody. */
export function recall() {
  const me = read(sessionStorage) ?? read(localStorage);
  if (me) become(me);
  return me;
}

function become(me) {
  sessionStorage.setItem(MINE, JSON.stringify(me));
  speakFor(me.sessionId);
  state.me = me;
}

/** Logs in; the page starts anew. */
export async function logIn(username, password, takeOver) {
  const { accountId, sessionId, epoch, username: name } = await api.logIn(username, password, device(), takeOver);
  const me = JSON.stringify({ username: name, accountId, sessionId, epoch });
  localStorage.setItem(MINE, me);
  sessionStorage.setItem(MINE, me);
  location.hash = '';
  location.reload();
}

/** Logs out, all tabs of this account. What waits to be sent is kept for the next login; what was received is not. */
export async function logOut(chat) {
  await api.logOut();
  chat.stop();
  await journal.clear(chat);
  forgetMe();
}

/** Forgets who this browser was; the page starts anew. */
export function forgetMe() {
  if (same(read(localStorage), state.me)) localStorage.removeItem(MINE);
  sessionStorage.removeItem(MINE);
  location.hash = '';
  location.reload();
}

/** Goes on as whoever the browser is by now; the page starts anew. */
export function followBrowser() {
  sessionStorage.removeItem(MINE);
  location.hash = '';
  location.reload();
}

/**
 * The server says that our session is not that of the cookie, or has ended.
 *
 * @returns whether there is a newer session of the same account, which the tab now speaks for
 */
export function renew() {
  const latest = read(localStorage);
  const isNewer = same(latest, state.me) && latest.sessionId !== state.me.sessionId;
  if (isNewer) become(latest);
  return isNewer;
}

/** What the browser is now, if that is somebody else. */
export function somebodyElse() {
  const latest = read(localStorage);
  return latest && !same(latest, state.me) ? latest.username : null;
}

/** Tells of a login or logout in another tab. */
export function onBrowserChange(hear, signal) {
  addEventListener('storage', (event) => event.key === MINE && hear(), { signal });
}

/** The browser and system, for the list of devices. */
function device() {
  const agent = navigator.userAgent;
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(agent)?.[0] ?? 'Browser';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? '';
  return t.device({ Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser, system);
}

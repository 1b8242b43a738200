// The session: the account that this tab acts for.
//
// 1. The cookie with the token is shared by all tabs; the session of a tab is its own (sessionStorage). The latest login of
//    the browser (localStorage) is only what a new tab starts with.
// 2. A tab never changes to another account by itself. If the same account has logged in again, the tab continues with the
//    new session; otherwise it shows that and does nothing more.
// 3. After a login the page reloads, so that nothing of another account stays in memory.

import { api, setSession } from '../wire/api.js';
import { ownName } from '../wire/base.js';
import * as journal from '../store/journal.js';
import { state } from '../state.js';
import { t } from '../strings.js';

const ITEM = ownName('chat-me');

function read(storage) {
  try {
    return JSON.parse(storage.getItem(ITEM));
  } catch {
    return null;
  }
}

const isSameAccount = (a, b) => a && b && a.accountId === b.accountId && a.username === b.username;

/** Restores the session of this tab, or the browser's latest; null if there is none. */
export function restoreSession() {
  const me = read(sessionStorage) ?? read(localStorage);
  if (me) adopt(me);
  return me;
}

function adopt(me) {
  sessionStorage.setItem(ITEM, JSON.stringify(me));
  setSession(me.sessionId);
  state.me = me;
}

/** Logs in and reloads the page. */
export async function logIn(username, password, takeOver) {
  const { accountId, sessionId, epoch, username: name } = await api.logIn(username, password, device(), takeOver);
  const me = JSON.stringify({ username: name, accountId, sessionId, epoch });
  localStorage.setItem(ITEM, me);
  sessionStorage.setItem(ITEM, me);
  restart();
}

/** Logs all tabs of this account out. The outbox is kept for the next login, the journal is not. */
export async function logOut(chat) {
  await api.logOut();
  chat.stop();
  await journal.clear(chat);
  forgetSession();
}

/** Forgets the session of this tab, and of the browser if it is the same account's; reloads the page. */
export function forgetSession() {
  if (isSameAccount(read(localStorage), state.me)) localStorage.removeItem(ITEM);
  switchToBrowserSession();
}

/** Continues with the browser's latest session; reloads the page. */
export function switchToBrowserSession() {
  sessionStorage.removeItem(ITEM);
  restart();
}

function restart() {
  location.hash = '';
  location.reload();
}

/**
 * Adopts a newer session of the same account; to be called when the server refuses ours.
 *
 * @returns whether there was one
 */
export function renewSession() {
  const latest = read(localStorage);
  const isNewer = isSameAccount(latest, state.me) && latest.sessionId !== state.me.sessionId;
  if (isNewer) adopt(latest);
  return isNewer;
}

/** The username of the browser's latest session if it is another account's; otherwise null. */
export function otherAccount() {
  const latest = read(localStorage);
  return latest && !isSameAccount(latest, state.me) ? latest.username : null;
}

/** Whether the browser has a session, of whatever account. */
export const isBrowserLoggedIn = () => Boolean(localStorage.getItem(ITEM));

/** Calls the listener after a login or logout in another tab. */
export function onBrowserSessionChange(listener, signal) {
  addEventListener('storage', (event) => event.key === ITEM && listener(), { signal });
}

/** The browser and system, for the list of devices. */
function device() {
  const agent = navigator.userAgent;
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(agent)?.[0] ?? 'Browser';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? '';
  return t.device({ Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser, system);
}

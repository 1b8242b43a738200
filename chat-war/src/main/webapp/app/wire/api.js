// The REST API under api/v1.
//
// 1. Every call names the session of this tab (X-Chat-Session): all tabs share one cookie, which may by now belong to
//    another account.
// 2. A call ends in a response, in a Problem (the server refused), or in NoAnswer (try again). Only a refusal by the
//    application is a Problem: a proxy's error page is not, and neither is a 401 for a session that was renewed meanwhile.

import { address } from './base.js';

const BASE = address('api/v1').pathname;
const CALL_TIMEOUT = 30_000;

let session = null;

/** Sets the session of all further calls; null while no account is logged in. */
export function setSession(sessionId) {
  session = sessionId;
}

/** A refusal by the server, with its reason (RFC 9457). */
export class Problem extends Error {
  constructor(body, retryAfter) {
    super(body.detail ?? body.title);
    this.slug = body.type.split('/').pop();
    this.status = body.status;
    this.errors = body.errors ?? [];
    this.retryAfter = retryAfter;
  }

  /** Whether the same call will never succeed (protocol, Clients, Sending). */
  get isFinal() {
    return this.status >= 400 && this.status < 500 && ![401, 408, 429].includes(this.status);
  }
}

/** The result of the call is unknown: it may have been executed or not. */
export class NoAnswer extends Error {
  /** @param status the status of a response that is not the application's, such as a proxy's; 0 if there was no response */
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, { body, key, query, etag } = {}) {
  const usedSession = session;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), CALL_TIMEOUT);
  try {
    const response = await fetch(BASE + path + queryString(query), {
      method,
      headers: headers(usedSession, body, key, etag),
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: timeout.signal,
    });
    return await read(response);
  } catch (e) {
    const isOfOldSession = e.status === 401 && session !== usedSession;
    if (e instanceof NoAnswer || (e instanceof Problem && !isOfOldSession)) throw e;
    throw new NoAnswer(e.message);
  } finally {
    clearTimeout(timer);
  }
}

function headers(sessionId, body, key, etag) {
  const result = { Accept: 'application/json' };
  if (sessionId !== null) result['X-Chat-Session'] = String(sessionId);
  if (body !== undefined) result['Content-Type'] = 'application/json';
  if (key) result['Idempotency-Key'] = key;
  if (etag) result['If-None-Match'] = etag;
  return result;
}

function queryString(query = {}) {
  const params = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return params.length === 0 ? '' : '?' + new URLSearchParams(params);
}

async function read(response) {
  if (response.status === 204 || response.status === 304) return { status: response.status };
  const type = response.headers.get('Content-Type') ?? '';
  const content = type.includes('json') ? await response.json() : null;
  if (response.ok && content) return { status: response.status, content, etag: response.headers.get('ETag') };
  if (type.startsWith('application/problem+json')) {
    throw new Problem(content, Number(response.headers.get('Retry-After')) || 0);
  }
  throw new NoAnswer('HTTP ' + response.status, response.status);
}

const content = async (promise) => (await promise).content;
const segment = encodeURIComponent;

export const api = {
  register: (username, password) => call('POST', '/accounts', { body: { username, password } }),
  logIn: (username, password, device, takeOver) =>
    content(call('POST', '/sessions', { query: { cookie: true }, body: { username, password, device, takeOver } })),
  logOut: () => call('DELETE', '/sessions/current'),
  sessions: async () => (await content(call('GET', '/sessions'))).sessions,
  endSession: (id) => call('DELETE', `/sessions/${id}`),
  changePassword: (current, replacement) =>
    call('PUT', '/accounts/me/password', { body: { current, new: replacement } }),
  deleteAccount: () => call('DELETE', '/accounts/me'),
  searchAccounts: (match, limit) => content(call('GET', '/accounts', { query: { match, limit } })),

  /** A page of the list of rooms; status 304 if nothing has changed since `etag`. */
  rooms: (etag, page) => call('GET', '/rooms', { query: { limit: 500, page }, etag }),
  room: (id) => content(call('GET', `/rooms/${id}`)),
  searchRooms: (match) => content(call('GET', '/rooms/search', { query: { match } })),
  openDirectRoom: (username) => content(call('PUT', `/rooms/direct/${segment(username)}`)),
  createGroup: (group, key) => content(call('POST', '/rooms', { body: group, key })),
  changeRoom: (id, change, key) => content(call('PATCH', `/rooms/${id}`, { body: change, key })),
  addMember: (id, username, key) => content(call('POST', `/rooms/${id}/members`, { body: { username }, key })),
  removeMember: (id, username, key) => call('DELETE', `/rooms/${id}/members/${segment(username)}`, { key }),
  changeRole: (id, username, role, key) =>
    content(call('PATCH', `/rooms/${id}/members/${segment(username)}`, { body: { role }, key })),

  sendMessage: (room, body, key) => content(call('POST', `/rooms/${room}/messages`, { body: { body }, key })),
  messagesAfter: (room, after, limit) => content(call('GET', `/rooms/${room}/messages`, { query: { after, limit } })),
  messagesBefore: (room, before, limit) => content(call('GET', `/rooms/${room}/messages`, { query: { before, limit } })),
  moveCursor: (room, seq, epoch) => content(call('PUT', `/rooms/${room}/cursor`, { body: { seq, epoch } })),
};

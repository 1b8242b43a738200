// Calls of the server under /api/v1.
//
// 1. Every call names the session of this tab (X-Chat-Session): the cookie is one for all tabs and may have become
//    somebody else's.
// 2. A call ends in an answer, in a Problem (the server refused), or in NoAnswer (try again). Only what the application
//    itself refused is a Problem: an error page of a proxy is no answer, and that a session has ended which was renewed
//    meanwhile is none either.

const BASE = '/api/v1';
const LONGEST_CALL = 30_000;

let session = null;

/** The session that all calls from now on speak for; null while nobody is logged in. */
export function speakFor(sessionId) {
  session = sessionId;
}

/** What the server refused, and why. */
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

/** Nobody knows whether the call was done. */
export class NoAnswer extends Error {}

async function call(method, path, { body, key, query, etag } = {}) {
  const headers = { Accept: 'application/json' };
  const asked = session;
  if (asked !== null) headers['X-Chat-Session'] = String(asked);
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  if (etag) headers['If-None-Match'] = etag;
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const search = given.length === 0 ? '' : '?' + new URLSearchParams(given);
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), LONGEST_CALL);
  try {
    const answer = await fetch(BASE + path + search, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: clock.signal,
    });
    return await read(answer);
  } catch (e) {
    const isOfOldSession = e.status === 401 && session !== asked;
    throw e instanceof Problem && !isOfOldSession ? e : new NoAnswer(e.message);
  } finally {
    clearTimeout(timer);
  }
}

async function read(answer) {
  if (answer.status === 204 || answer.status === 304) return { status: answer.status };
  const type = answer.headers.get('Content-Type') ?? '';
  const content = type.includes('json') ? await answer.json() : null;
  if (answer.ok && content) return { status: answer.status, content, etag: answer.headers.get('ETag') };
  if (type.startsWith('application/problem+json')) {
    throw new Problem(content, Number(answer.headers.get('Retry-After')) || 0);
  }
  throw new NoAnswer('HTTP ' + answer.status);
}

const content = async (promise) => (await promise).content;
const name = encodeURIComponent;

export const api = {
  register: (username, password) => call('POST', '/accounts', { body: { username, password } }),
  logIn: (username, password, device, takeOver) =>
    content(call('POST', '/sessions', { query: { cookie: true }, body: { username, password, device, takeOver } })),
  logOut: () => call('DELETE', '/sessions/current'),
  sessions: async () => (await content(call('GET', '/sessions'))).sessions,
  endSession: (id) => call('DELETE', `/sessions/${id}`),
  changePassword: (current, fresh) => call('PUT', '/accounts/me/password', { body: { current, new: fresh } }),
  deleteAccount: () => call('DELETE', '/accounts/me'),
  accounts: (match, limit) => content(call('GET', '/accounts', { query: { match, limit } })),

  /** A page of the rooms; status 304 if nothing changed since `etag`. */
  rooms: (etag, page) => call('GET', '/rooms', { query: { limit: 500, page }, etag }),
  room: (id) => content(call('GET', `/rooms/${id}`)),
  searchRooms: (match) => content(call('GET', '/rooms/search', { query: { match } })),
  openDirect: (username) => content(call('PUT', `/rooms/direct/${name(username)}`)),
  createGroup: (group, key) => content(call('POST', '/rooms', { body: group, key })),
  changeRoom: (id, change, key) => content(call('PATCH', `/rooms/${id}`, { body: change, key })),
  invite: (id, username, key) => content(call('POST', `/rooms/${id}/members`, { body: { username }, key })),
  remove: (id, username, key) => call('DELETE', `/rooms/${id}/members/${name(username)}`, { key }),
  changeRole: (id, username, role, key) =>
    content(call('PATCH', `/rooms/${id}/members/${name(username)}`, { body: { role }, key })),

  send: (room, body, key) => content(call('POST', `/rooms/${room}/messages`, { body: { body }, key })),
  after: (room, after, limit) => content(call('GET', `/rooms/${room}/messages`, { query: { after, limit } })),
  before: (room, before, limit) => content(call('GET', `/rooms/${room}/messages`, { query: { before, limit } })),
  acknowledge: (room, seq, epoch) => content(call('PUT', `/rooms/${room}/cursor`, { body: { seq, epoch } })),
};

// The service worker: the page itself, without a connection.
//
// 1. It serves nothing but the page's own files, and never an answer of the REST calls.
// 2. With a connection every file comes from the server, so that nobody gets an old page; the copy is for the time
//    without one, or while the server starts.
// 3. Old and new files are not mixed by a slow connection: whether the server or the copy gives a page is decided with the
//    page itself, and the copy is renewed whole or not at all. Only if the connection breaks while a page loads does the
//    copy give the rest.

const COPIES = '262chat';
const PATIENCE = 5000;

self.addEventListener('install', (event) => event.waitUntil(copyPage().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === '/') event.respondWith(page(event));
  else if (isFile(pathname)) event.respondWith(file(event));
});

const isFile = (path) => path === '/icon.svg' || path.startsWith('/app/') || path.startsWith('/lib/');

const copied = new Set(); // the pages that were opened from the copy, by the id of their client

async function page(event) {
  const answer = await fromServer(event.request, { signal: AbortSignal.timeout(PATIENCE) });
  if (answer) {
    if (answer.ok) event.waitUntil(copyPage().catch((e) => console.warn(e.message)));
    return answer;
  }
  copied.add(event.resultingClientId);
  return (await fromCopy(event.request)) ?? Response.error();
}

async function file({ request, clientId }) {
  const copy = copied.has(clientId) && (await fromCopy(request));
  return copy || (await fromServer(request)) || (await fromCopy(request)) || Response.error();
}

/** The server's answer; undefined if there is none for now. */
async function fromServer(request, how) {
  try {
    const answer = await fetch(request, how);
    return answer.status < 500 ? answer : undefined;
  } catch {
    return undefined;
  }
}

const fromCopy = async (request) => (await caches.open(COPIES)).match(request);

/** Copies the page and every file that it names. */
async function copyPage() {
  const page = await (await fetch('/')).text();
  const files = [...page.matchAll(/(?:href|src)="([^":]+)"/g)].map((match) => `/${match[1]}`);
  await (await caches.open(COPIES)).addAll(['/', ...files]);
}

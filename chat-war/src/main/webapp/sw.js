// The service worker: opens the page without a connection.
//
// 1. It serves only the files of the page, never a response of the REST API.
// 2. With a connection every file comes from the server, so that the page is never outdated; the copy is for the time
//    without a connection, or while the server starts.
// 3. A slow connection doesn't mix old and new files: whether the server or the copy serves a page is decided with the page
//    itself, and the copy is replaced as a whole or not at all. Only if the connection breaks while a page loads, the rest
//    comes from the copy.

const base = new URL('.', location);
const CACHE = `${base.pathname.slice(1)}262chat`; // other servers may be below other paths of this host
const PAGE_TIMEOUT = 5000;

self.addEventListener('install', (event) => event.waitUntil(copyPage().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === base.pathname) event.respondWith(servePage(event));
  else if (isFile(pathname)) event.respondWith(serveFile(event));
});

function isFile(path) {
  const name = path.startsWith(base.pathname) ? path.slice(base.pathname.length) : '';
  return name === 'icon.svg' || name.startsWith('app/') || name.startsWith('lib/');
}

const servedFromCopy = new Set(); // the client ids of pages that were opened from the copy

async function servePage(event) {
  const response = await fromServer(event.request, { signal: AbortSignal.timeout(PAGE_TIMEOUT) });
  if (response) {
    if (response.ok) event.waitUntil(copyPage().catch((e) => console.warn(e.message)));
    return response;
  }
  servedFromCopy.add(event.resultingClientId);
  return (await fromCopy(event.request)) ?? Response.error();
}

async function serveFile({ request, clientId }) {
  const copy = servedFromCopy.has(clientId) && (await fromCopy(request));
  return copy || (await fromServer(request)) || (await fromCopy(request)) || Response.error();
}

/** The server's response; undefined if it doesn't respond, or can't for now. */
async function fromServer(request, options) {
  try {
    const response = await fetch(request, options);
    return response.status < 500 ? response : undefined;
  } catch {
    return undefined;
  }
}

const fromCopy = async (request) => (await caches.open(CACHE)).match(request);

/** Copies the page and every file that it names. */
async function copyPage() {
  const page = await (await fetch(base)).text();
  const files = [...page.matchAll(/(?:href|src)="([^":]+)"/g)].map((match) => new URL(match[1], base).href);
  await (await caches.open(CACHE)).addAll([base.href, ...files]);
}

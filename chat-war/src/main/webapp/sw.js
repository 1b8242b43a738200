// The service worker: the page itself, without a connection.
//
// 1. It serves nothing but the page's own files, and never an answer of the REST calls.
// 2. With a connection every file comes from the server, so that nobody gets an old page; the copy is for the time
//    without one, or while the server starts.

const COPIES = '262chat';
const PATIENCE = 5000;

self.addEventListener('install', (event) => event.waitUntil(copyPage().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === 'GET' && origin === location.origin && isPage(pathname)) {
    event.respondWith(serve(request));
  }
});

const isPage = (path) => path === '/' || path === '/icon.svg' || path.startsWith('/app/') || path.startsWith('/lib/');

async function serve(request) {
  const copies = await caches.open(COPIES);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) await copies.put(request, answer.clone());
    if (answer.status < 500) return answer;
  } catch {
    // no connection: the copy
  }
  return (await copies.match(request)) ?? Response.error();
}

/** Copies the page and every file that it names. */
async function copyPage() {
  const page = await (await fetch('/')).text();
  const files = [...page.matchAll(/(?:href|src)="([^":]+)"/g)].map((match) => `/${match[1]}`);
  await (await caches.open(COPIES)).addAll(['/', ...files]);
}

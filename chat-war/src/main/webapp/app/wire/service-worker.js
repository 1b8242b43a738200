// Registers the service worker, which keeps a copy of the page for use without a connection.

import { address } from './base.js';

/** The delay before the next attempt after a copy could not be made: no connection, or the server was starting. */
const RETRY_DELAY = 15_000;

/** Does nothing where there are no service workers: browsers have them only over TLS or from localhost. */
export function registerServiceWorker() {
  if (!navigator.serviceWorker) return;
  const script = address('sw.js').href;
  const policy = globalThis.trustedTypes?.createPolicy('chat262', { createScriptURL: () => script });
  register(policy?.createScriptURL('') ?? script);
}

/** Retries until a copy exists: the browser itself would retry only when the page is opened the next time. */
async function register(script) {
  const retry = () => setTimeout(register, RETRY_DELAY, script);
  try {
    const registration = await navigator.serviceWorker.register(script);
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'redundant' && !registration.active) retry();
    });
  } catch (e) {
    console.warn(e.message);
    retry();
  }
}

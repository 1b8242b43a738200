// Registers the service worker, which keeps a copy of the page for the time without a connection.

/** For so long nothing happens after a copy could not be made: the connection broke, or the server was starting. */
const PAUSE = 15_000;

/** Browsers have service workers only where the page came over TLS or from this machine; elsewhere nothing happens. */
export function keepPage() {
  if (!navigator.serviceWorker) return;
  const policy = globalThis.trustedTypes?.createPolicy('chat262', { createScriptURL: () => '/sw.js' });
  register(policy?.createScriptURL('') ?? '/sw.js');
}

/** Registers it until a copy is there: a browser itself would try again only when the page is opened the next time. */
async function register(script) {
  const again = () => setTimeout(register, PAUSE, script);
  try {
    const registration = await navigator.serviceWorker.register(script);
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'redundant' && !registration.active) again();
    });
  } catch (e) {
    console.warn(e.message);
    again();
  }
}

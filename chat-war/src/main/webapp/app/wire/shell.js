// Registers the service worker, which keeps a copy of the page for the time without a connection.

/** Browsers have service workers only where the page came over TLS or from this machine; elsewhere nothing happens. */
export function keepPage() {
  if (!navigator.serviceWorker) return;
  const policy = globalThis.trustedTypes?.createPolicy('chat262', { createScriptURL: () => '/sw.js' });
  navigator.serviceWorker.register(policy?.createScriptURL('') ?? '/sw.js').catch((e) => console.warn(e.message));
}

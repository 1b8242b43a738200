// The tabs of one account in one browser: they tell each other what changed, and one at a time does what one should do.

import { ask } from './database.js';
import { pause } from '../state.js';

const LEASE = 6000;

/** A channel to the other tabs of the account; `hear` gets what they say. */
export function openChannel(name, hear, signal) {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => hear(event.data);
  signal.addEventListener('abort', () => channel.close());
  return (what) => signal.aborted || channel.postMessage(what);
}

/**
 * Runs work(signal) while no other tab of the account does, again and again until the signal aborts. Work ends when its
 * own signal aborts.
 */
export async function alone(chat, name, work, signal) {
  // Web Locks exist only where the page came over TLS or from this machine.
  if (navigator.locks) {
    await navigator.locks.request(name, { signal }, () => work(signal)).catch((e) => {
      if (!signal.aborted) throw e;
    });
  } else {
    await leased(chat, work, signal);
  }
}

/** A lease in the database: if two tabs ever hold it at once, the keys still keep every message single. */
async function leased(chat, work, signal) {
  const owner = crypto.getRandomValues(new Uint32Array(2)).join('-');
  while (!signal.aborted) {
    if (await take(chat, owner)) {
      const lost = new AbortController();
      signal.addEventListener('abort', () => lost.abort());
      const working = work(lost.signal);
      while (!lost.signal.aborted) {
        await pause(LEASE / 3);
        if (!(await take(chat, owner))) lost.abort();
      }
      await working;
    }
    await pause(LEASE / 3);
  }
}

const take = (chat, owner) => tryToTake(chat, owner).catch(() => false); // the disk is full, for now

async function tryToTake(chat, owner) {
  const meta = chat.db.transaction('meta', 'readwrite').objectStore('meta');
  const lease = await ask(meta.get('lease'));
  const left = (lease?.until ?? 0) - Date.now();
  // One that lasts longer than any can was taken while the clock was ahead, and nobody may be there to renew it.
  if (left > 0 && left <= 2 * LEASE && lease.owner !== owner) return false;
  await ask(meta.put({ owner, until: Date.now() + LEASE }, 'lease'));
  return true;
}

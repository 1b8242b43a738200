// Coordination between the tabs of one account in one browser: broadcasts, and a lock.

import { delay } from '../timing.js';
import { ownName } from '../wire/base.js';
import { promisify } from './database.js';

const LEASE = 6000;

/** Opens a channel to the other tabs of the account; returns the function that broadcasts a message to them. */
export function openChannel(name, onBroadcast, signal) {
  const channel = new BroadcastChannel(ownName(name));
  channel.onmessage = (event) => onBroadcast(event.data);
  signal.addEventListener('abort', () => channel.close());
  return (message) => signal.aborted || channel.postMessage(message);
}

/**
 * Runs work(signal) while no other tab of the account does, and again whenever the lock was lost, until the signal
 * aborts. Work must end when the signal it was given aborts.
 */
export async function withLock(chat, name, work, signal) {
  // Web Locks exist only over TLS or from localhost.
  if (navigator.locks) {
    await navigator.locks.request(ownName(name), { signal }, () => work(signal)).catch((e) => {
      if (!signal.aborted) throw e;
    });
  } else {
    await withLease(chat, work, signal);
  }
}

/** A lease in the database: if two tabs ever hold it at once, the keys still keep messages from being stored twice. */
async function withLease(chat, work, signal) {
  const owner = crypto.getRandomValues(new Uint32Array(2)).join('-');
  while (!signal.aborted) {
    if (await acquireLease(chat, owner)) {
      const lost = new AbortController();
      signal.addEventListener('abort', () => lost.abort());
      const working = work(lost.signal);
      while (!lost.signal.aborted) {
        await delay(LEASE / 3);
        if (!(await acquireLease(chat, owner))) lost.abort();
      }
      await working;
    }
    await delay(LEASE / 3);
  }
}

/** Acquires or renews the lease; false also if that fails, as when the disk is full. */
const acquireLease = (chat, owner) => tryAcquireLease(chat, owner).catch(() => false);

async function tryAcquireLease(chat, owner) {
  const meta = chat.db.transaction('meta', 'readwrite').objectStore('meta');
  const lease = await promisify(meta.get('lease'));
  const left = (lease?.until ?? 0) - Date.now();
  // A lease that lasts longer than possible was acquired while the clock was ahead, and its owner may be gone.
  if (left > 0 && left <= 2 * LEASE && lease.owner !== owner) return false;
  await promisify(meta.put({ owner, until: Date.now() + LEASE }, 'lease'));
  return true;
}

// IndexedDB, as promises.
//
// 1. One database for each account of this server, named by account id and name, so that nobody's outbox is ever taken
//    for another's. The epoch is a record in it.
// 2. What a transaction has written is on disk when run() ends ("strict"), and a transaction of an older epoch than the
//    database's writes nothing.

const VERSION = 1;

/** The account's history was rolled back, and another tab noticed first. */
export class OtherEpoch extends Error {}

/** The result of an IndexedDB request. */
export const ask = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export const databaseName = (me) => `262chat:${me.accountId}:${me.username}`;

/**
 * Opens the account's database, and makes it if there is none.
 *
 * @param lost called when it can't be used any more: the browser took it away, or another tab changes or deletes it
 */
export function openDatabase(me, lost) {
  const request = indexedDB.open(databaseName(me), VERSION);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.createObjectStore('meta');
    db.createObjectStore('rooms', { keyPath: 'id' });
    db.createObjectStore('journal', { keyPath: ['room', 'seq'] });
    const outbox = db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
    outbox.createIndex('key', 'key', { unique: true });
    outbox.createIndex('state', 'state');
  };
  return ask(request).then((db) => {
    db.onclose = lost;
    db.onversionchange = () => {
      db.close(); // the other tab waits for it
      lost();
    };
    return db;
  });
}

/**
 * Runs work in one transaction over all stores.
 *
 * @param chat the open account: {db, epoch}
 * @param work gets the stores by name, and may await nothing but requests to them
 * @returns what work returns, once it is on disk
 */
export async function run(chat, mode, work) {
  const tx = chat.db.transaction(['meta', 'rooms', 'journal', 'outbox'], mode, { durability: 'strict' });
  const stores = {
    meta: tx.objectStore('meta'),
    rooms: tx.objectStore('rooms'),
    journal: tx.objectStore('journal'),
    outbox: tx.objectStore('outbox'),
  };
  const done = new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error ?? new Error('the transaction was aborted'));
  });
  done.catch(() => {}); // the awaits below tell of it
  try {
    if (mode === 'readwrite' && (await ask(stores.meta.get('epoch'))) !== chat.epoch) {
      throw new OtherEpoch();
    }
    const result = await work(stores);
    await done;
    return result;
  } catch (e) {
    try {
      tx.abort();
    } catch {
      // it has ended already
    }
    throw e;
  }
}

// IndexedDB with promises.
//
// 1. There is one database for each account of this server, named by account id and username, so that an outbox is never
//    taken for that of another account. The epoch is a record in it.
// 2. Everything that a transaction has written is on disk when its promise resolves ("strict").
// 3. A transaction of an older epoch than the database's writes nothing.

import { ownName } from '../wire/base.js';

const VERSION = 1;
const STORES = ['meta', 'rooms', 'journal', 'outbox'];

/** The account's history was rolled back, and another tab noticed first. */
export class EpochChanged extends Error {}

/** The result of an IndexedDB request. */
export const promisify = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const databaseName = (me) => ownName(`262chat:${me.accountId}:${me.username}`);

/**
 * Opens the account's database, and creates it if necessary.
 *
 * @param onLost called when it can't be used any more: the browser removed it, or another tab changes or deletes it
 */
export async function openDatabase(me, onLost) {
  const request = indexedDB.open(databaseName(me), VERSION);
  request.onupgradeneeded = () => createStores(request.result);
  const db = await promisify(request);
  db.onclose = onLost;
  db.onversionchange = () => {
    db.close(); // the other tab is waiting for this
    onLost();
  };
  return db;
}

function createStores(db) {
  db.createObjectStore('meta');
  db.createObjectStore('rooms', { keyPath: 'id' });
  db.createObjectStore('journal', { keyPath: ['room', 'seq'] });
  const outbox = db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
  outbox.createIndex('key', 'key', { unique: true });
  outbox.createIndex('state', 'state');
}

/** Deletes the account's database. */
export const deleteDatabase = (me) => indexedDB.deleteDatabase(databaseName(me));

/**
 * Runs work in one transaction over all stores.
 *
 * @param chat the open account: {db, epoch}
 * @param work gets the stores by name, and may await nothing but requests to them
 * @returns the result of work, once everything is on disk
 */
export const transact = (chat, mode, work) =>
  transactInAnyEpoch(chat.db, mode, async (stores) => {
    if (mode === 'readwrite' && (await promisify(stores.meta.get('epoch'))) !== chat.epoch) {
      throw new EpochChanged();
    }
    return work(stores);
  });

/** The same without the check of the epoch, for the one module that sets it. */
export async function transactInAnyEpoch(db, mode, work) {
  const tx = db.transaction(STORES, mode, { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error ?? new Error('the transaction was aborted'));
  });
  done.catch(() => {}); // the awaits below report it
  try {
    const result = await work(Object.fromEntries(STORES.map((name) => [name, tx.objectStore(name)])));
    await done;
    return result;
  } catch (e) {
    try {
      tx.abort();
    } catch {
      // it has already ended
    }
    throw e;
  }
}

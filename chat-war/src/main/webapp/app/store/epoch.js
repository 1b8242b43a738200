// The epoch: which history of the server the journal belongs to.
//
// 1. A database belongs to the first epoch it sees.
// 2. A new epoch means that the server was restored from a backup: the journal is deleted in the same transaction that
//    sets the new epoch, and everything stored in the last 30 days is sent again under its keys. The server answers with
//    the old message where it still has it.

import { promisify, transactInAnyEpoch } from './database.js';

/** Reads the database's epoch, which becomes `first` if there is none yet. */
export const initEpoch = (db, first) =>
  transactInAnyEpoch(db, 'readwrite', async ({ meta }) => {
    const known = await promisify(meta.get('epoch'));
    if (known === undefined) meta.put(first, 'epoch');
    return known ?? first;
  });

/**
 * Moves the database to the epoch of a history that was rolled back, unless another tab has done so already.
 *
 * @param isSame true if the history was rolled back although the epoch stayed the same
 */
export const setEpoch = (db, epoch, isSame) =>
  transactInAnyEpoch(db, 'readwrite', async ({ meta, rooms, journal, outbox }) => {
    if (!isSame && (await promisify(meta.get('epoch'))) === epoch) return;
    meta.put(epoch, 'epoch');
    rooms.clear();
    journal.clear();
    await requeueStored(outbox);
  });

async function requeueStored(outbox) {
  for (const message of await promisify(outbox.getAll())) {
    if (message.state === 'stored' || message.state === 'kept') {
      const { seq, storedAt, heldUp, ...written } = message;
      outbox.put({ ...written, state: 'waiting' });
    }
  }
}

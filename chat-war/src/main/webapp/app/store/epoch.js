// Which history the journal belongs to.
//
// 1. A database belongs to the first epoch it sees.
// 2. A new epoch means that the server was restored from a backup: the journal is thrown away in the same transaction
//    that takes the new epoch, and what was stored in the last 30 days waits again, under its keys. The server answers
//    with the old message where it still has it.

import { ask } from './database.js';

/**
 * Makes the database belong to this epoch.
 *
 * @param again true if the history was rolled back although the epoch is the same
 * @returns whether an older history was thrown away
 */
export async function belongTo(chat, epoch, again = false) {
  const tx = chat.db.transaction(['meta', 'rooms', 'journal', 'outbox'], 'readwrite', { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error);
  });
  const meta = tx.objectStore('meta');
  const known = await ask(meta.get('epoch'));
  const rolledBack = known !== undefined && (again || known !== epoch);
  if (known === undefined || rolledBack) meta.put(epoch, 'epoch');
  if (rolledBack) {
    tx.objectStore('rooms').clear();
    tx.objectStore('journal').clear();
    await waitAgain(tx.objectStore('outbox'));
  }
  await done;
  return rolledBack;
}

async function waitAgain(outbox) {
  for (const message of await ask(outbox.getAll())) {
    if (message.state === 'stored' || message.state === 'kept') {
      const { seq, storedAt, ...written } = message;
      outbox.put({ ...written, state: 'waiting' });
    }
  }
}

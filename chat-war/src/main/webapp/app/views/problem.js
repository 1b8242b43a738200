// How a failed call is reported to the user.

import { Problem } from '../wire/api.js';
import { t } from '../strings.js';

/** The reason of an error as a sentence. */
export function reason(e) {
  if (!(e instanceof Problem)) return t.noAnswer;
  if (e.slug === 'wrong-credentials') return t.wrongCredentials;
  return e.message[0].toUpperCase() + e.message.slice(1) + '.';
}

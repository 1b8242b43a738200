// The server's problems by slug, each with its HTTP status (protocol, Problems). A test compares this list with the server's
// own.

const statuses = {
  invalid: 400,
  'key-missing': 400,
  'not-logged-in': 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'wrong-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'username-taken': 409,
  'room-name-taken': 409,
  'logged-in-elsewhere': 409,
  'last-owner': 409,
  'not-a-group': 409,
  'history-changed': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'unknown-member': 422,
  'key-reused': 422,
  'beyond-the-end': 422,
  'slow-down': 429,
  'headers-too-large': 431,
  internal: 500,
  overloaded: 503,
  unavailable: 503,
};

/** The status of a problem; undefined if it is one of a later version. */
export const statusOf = (slug) => (Object.hasOwn(statuses, slug) ? statuses[slug] : undefined);

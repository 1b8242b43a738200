// How names are compared.

/** The form of a name that the server compares as well: NFKC, then lower case, character by character. */
export const fold = (name) => [...name.normalize('NFKC')].map(lowerCase).join('');

// Only İ has two characters in lower case; the server takes the first.
const lowerCase = (character) => [...character.toLowerCase()][0];

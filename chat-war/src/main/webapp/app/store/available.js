// Whether the browser has storage for this page at all.

/** False where the user has blocked it: there even reading throws. Without it neither a login nor a message could be kept. */
export function canStore() {
  try {
    localStorage.getItem('');
    sessionStorage.getItem('');
    return Boolean(indexedDB);
  } catch {
    return false;
  }
}

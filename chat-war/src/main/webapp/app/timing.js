// Delays and timers.

export const delay = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The delay before the next attempt: it doubles with every failure, with jitter so that clients don't all return at the same time. */
export const backoff = (failures, first, max) => Math.min(max, first * 2 ** failures) * (0.5 + Math.random() / 2);

/** A function that calls `work` with its latest arguments once it has not been called for some time. */
export function debounce(work, milliseconds) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds, ...args);
  };
}

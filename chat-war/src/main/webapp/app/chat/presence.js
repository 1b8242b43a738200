// Whether the user can be looking at this page.
//
// 1. A page counts as visible also where other windows cover it, so being visible is not enough: it needs the focus, or to
//    have been used a moment ago. A pointer, a wheel or a finger reaches only what is not covered.
// 2. What nobody can have seen is not shown: it is not acknowledged, but announced.

const USE_DURATION = 10_000;
const USES = ['pointermove', 'pointerdown', 'wheel', 'keydown'];

const listeners = [];
let usedAt = -Infinity;

const isUsed = () => performance.now() - usedAt < USE_DURATION;

/** Whether the user can be looking at this page. */
export const isWatched = () => document.visibilityState === 'visible' && (document.hasFocus() || isUsed());

/** Calls the listener whenever the user may have begun to look at this page. */
export const onWatched = (listener) => listeners.push(listener);

const announce = () => isWatched() && listeners.forEach((listener) => listener());

function onUse({ type, movementX, movementY }) {
  if (type === 'pointermove' && movementX === 0 && movementY === 0) return; // the page moved below the pointer
  const wasWatched = isWatched();
  usedAt = performance.now();
  if (!wasWatched) announce();
}

document.addEventListener('visibilitychange', announce);
addEventListener('focus', announce);
addEventListener('blur', () => (usedAt = -Infinity)); // the use of another window may begin
USES.forEach((use) => addEventListener(use, onUse, { capture: true, passive: true }));

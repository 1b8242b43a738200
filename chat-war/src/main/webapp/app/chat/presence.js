// Whether the user can be looking at this page.
//
// 1. A page counts as visible also where other windows cover it, so being visible is not enough: it needs the focus, or to
//    have been used a moment ago. A pointer, a wheel or a finger reaches only what is not covered.
// 2. What nobody can have seen is not shown: it is not acknowledged, but announced.

const USE_DURATION = 10_000;
const USES = ['pointermove', 'pointerdown', 'wheel', 'keydown'];

let usedAt = -Infinity;

const isUsed = () => performance.now() - usedAt < USE_DURATION;

/** Whether the user can be looking at this page. */
export const isWatched = () => document.visibilityState === 'visible' && (document.hasFocus() || isUsed());

/** Calls the listener whenever the user may have begun to look at this page. */
export function onWatched(listener) {
  document.addEventListener('visibilitychange', () => isWatched() && listener());
  addEventListener('focus', () => isWatched() && listener());
  addEventListener('blur', () => (usedAt = -Infinity)); // the use of another window may begin
  const onUse = (event) => {
    if (event.type === 'pointermove' && !event.movementX && !event.movementY) return; // the page moved below the pointer
    const wasWatched = isWatched();
    usedAt = performance.now();
    if (!wasWatched && isWatched()) listener();
  };
  USES.forEach((use) => addEventListener(use, onUse, { capture: true, passive: true }));
}

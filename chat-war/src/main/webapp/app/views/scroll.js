// The scroll position of the open room, and which of its lines have been on screen.
//
// 1. New lines never move the visible ones: the bottom of the first visible line is measured before a rendering and restored
//    after it. Its top may change: the oldest line has its day and its sender above it, and loses both when older lines are
//    added before it.
// 2. At the end, the view stays at the end, but never scrolls past a line that was not on screen yet.
// 3. A line has been shown when its end was inside the scroll container of a page that the user can be looking at, with no
//    dialog over it.

import { chat } from '../chat/chat.js';
import { loadNewer, loadOlder } from '../chat/conversation.js';
import { markShown } from '../chat/cursor.js';
import { isWatched } from '../chat/presence.js';
import { unreadBefore } from '../chat/unread.js';
import { scheduleRender, state } from '../state.js';

// Distances from an end, in pixels.
const AT_END = 24;
const LOAD_WITHIN = 400;
const AWAY_FROM = 300;

let box = null;
let view = null;
let sticky = true;
let anchor = null;
let observed = new Set();
let lineObserver = null;
let resizeObserver = null;

const distanceToEnd = () => box.scrollHeight - box.scrollTop - box.clientHeight;
const cursor = () => state.rooms.get(view.id)?.cursor ?? 0;
const lineOf = (seq) => box.querySelector(`li[data-seq="${seq}"]`);

/** To be called before a rendering. */
export function beforeRender() {
  anchor = null;
  if (!box?.isConnected || sticky || view !== state.view) return;
  const first = firstVisible();
  anchor = first && { first, bottom: first.getBoundingClientRect().bottom };
}

/** The first line of which something is on screen. */
function firstVisible() {
  const top = box.getBoundingClientRect().top;
  return [...box.querySelectorAll('li[data-seq]')].find((li) => li.getBoundingClientRect().bottom > top);
}

/** To be called after a rendering. */
export function afterRender() {
  const now = document.querySelector('.lines');
  if (now !== box) attach(now);
  if (!box || !state.view) return;
  if (view !== state.view) {
    view = state.view;
    sticky = true;
  }
  scroll();
  observeLines();
  onPosition();
}

function scroll() {
  const target = view.scrollTo;
  view.scrollTo = null;
  if (target === 'end') {
    scrollToEnd();
  } else if (target === 'marker' && box.querySelector('.marker')) {
    box.scrollTop = box.querySelector('.marker').offsetTop - box.clientHeight / 5;
    sticky = view.atEnd && distanceToEnd() <= AT_END;
  } else if (sticky) {
    followEnd();
  } else if (anchor?.first.isConnected) {
    box.scrollTop += anchor.first.getBoundingClientRect().bottom - anchor.bottom;
  }
}

function scrollToEnd() {
  box.scrollTop = box.scrollHeight;
  sticky = view.atEnd;
}

/** Scrolls to the end, but not so far that an unshown line would leave at the top. */
function followEnd() {
  const unshown = lineOf(cursor() + 1);
  const bottom = box.scrollHeight - box.clientHeight;
  const max = unshown ? unshown.offsetTop - AT_END : bottom;
  box.scrollTop = Math.max(box.scrollTop, Math.min(bottom, max));
  sticky = view.atEnd && distanceToEnd() <= AT_END;
}

function attach(element) {
  lineObserver?.disconnect();
  resizeObserver?.disconnect();
  observed = new Set();
  box = element;
  if (!box) return;
  box.addEventListener('scroll', onScroll, { passive: true });
  lineObserver = new IntersectionObserver(onIntersection, { root: box });
  resizeObserver = new ResizeObserver(() => sticky && followEnd());
  resizeObserver.observe(box);
}

function onScroll() {
  if (view !== state.view) return;
  sticky = view.atEnd && distanceToEnd() <= AT_END;
  onPosition();
}

/** Loads more lines near an end of the window, and finds out where the unread lines are. */
function onPosition() {
  if (box.scrollTop < LOAD_WITHIN && !view.atStart && !view.stuck) loadOlder(chat).catch(chat.handleError);
  if (distanceToEnd() < LOAD_WITHIN && !view.atEnd && !view.stuck) loadNewer(chat, true).catch(chat.handleError);
  const away = !view.atEnd || distanceToEnd() > AWAY_FROM;
  const unreadAt = firstUnreadAt();
  const unreadAbove = unreadAt === 'above' ? unreadBefore(chat, view, Number(firstVisible()?.dataset.seq)) : null;
  if (away !== view.away || unreadAt !== view.unreadAt || unreadAbove !== view.unreadAbove) {
    Object.assign(view, { away, unreadAt, unreadAbove });
    scheduleRender();
  }
}

/**
 * Where the end of the first unread line is: 'above' the visible lines, 'here', 'next' if it is below and follows what is
 * visible, or further 'below'; null if there is none.
 */
function firstUnreadAt() {
  const first = cursor() + 1;
  if (first > view.hi) return view.atEnd ? null : 'below';
  const li = first < view.lo ? null : lineOf(first);
  if (!li) return first < view.lo ? 'above' : null;
  const { top, bottom } = box.getBoundingClientRect();
  const end = li.getBoundingClientRect().bottom;
  if (end <= top) return 'above';
  if (end <= bottom + 1) return 'here';
  const before = lineOf(first - 1) ?? li;
  return before.getBoundingClientRect().top < bottom ? 'next' : 'below';
}

function observeLines() {
  const shown = cursor();
  for (const end of observed) {
    if (!end.isConnected || Number(end.dataset.seq) <= shown) {
      lineObserver.unobserve(end);
      observed.delete(end);
    }
  }
  for (const end of box.querySelectorAll('.end')) {
    if (Number(end.dataset.seq) > shown && !observed.has(end)) {
      observed.add(end);
      lineObserver.observe(end);
    }
  }
}

const isVisible = () => isWatched() && !document.querySelector('dialog[open]');

function onIntersection(entries) {
  if (!isVisible() || view !== state.view) return;
  const seqs = entries.filter((entry) => entry.isIntersecting).map((entry) => Number(entry.target.dataset.seq));
  if (seqs.length > 0) markShown(chat, view.id, seqs);
}

/** Reports the lines on screen again; to be called when the user may look at them from now on. */
export function observeAgain() {
  if (!lineObserver) return;
  observed.forEach((end) => {
    lineObserver.unobserve(end);
    lineObserver.observe(end);
  });
}

/** Scrolls by pages, wherever the focus is. */
export function scrollByPage(pages) {
  box?.scrollBy({ top: pages * box.clientHeight * 0.9 });
}

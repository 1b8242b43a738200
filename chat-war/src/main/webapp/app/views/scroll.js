// Where the open room is scrolled to, and which of its lines have been on screen.
//
// 1. Lines that come in never move what one is reading: before a drawing it is noted where the first visible line ends,
//    and after it that end is put back where it was. Its beginning may change: the oldest line that is there has its day and
//    its sender above it, and loses both when older ones come before it.
// 2. Who is at the end stays at the end, but is never carried past a line that was not on screen yet.
// 3. A line has been shown when its end was inside the lines' box of a visible tab, with no dialog over it.

import { chat } from '../chat/chat.js';
import { newer, older } from '../chat/conversation.js';
import { shown } from '../chat/cursor.js';
import { changed, state } from '../state.js';

const AT_END = 24;
const NEAR = 400;
const AWAY = 300;

let box = null;
let view = null;
let sticky = true;
let anchor = null;
let watched = new Set();
let watcher = null;
let resized = null;

const distance = () => box.scrollHeight - box.scrollTop - box.clientHeight;
const lineOf = (seq) => box.querySelector(`li[data-seq="${seq}"]`);

/** To be called before the page is drawn. */
export function beforeDraw() {
  anchor = null;
  if (!box?.isConnected || sticky || view !== state.view) return;
  const top = box.getBoundingClientRect().top;
  const first = [...box.querySelectorAll('li[data-seq]')].find((li) => li.getBoundingClientRect().bottom > top);
  anchor = first && { first, bottom: first.getBoundingClientRect().bottom };
}

/** To be called after the page was drawn. */
export function afterDraw() {
  const now = document.querySelector('.lines');
  if (now !== box) attach(now);
  if (!box || !state.view) return;
  if (view !== state.view) {
    view = state.view;
    sticky = true;
  }
  place();
  watchLines();
  look();
}

function place() {
  const where = view.place;
  view.place = null;
  if (where === 'end') {
    toBottom();
  } else if (where === 'marker' && box.querySelector('.marker')) {
    box.scrollTop = box.querySelector('.marker').offsetTop - box.clientHeight / 5;
    sticky = view.atEnd && distance() <= AT_END;
  } else if (sticky) {
    follow();
  } else if (anchor?.first.isConnected) {
    box.scrollTop += anchor.first.getBoundingClientRect().bottom - anchor.bottom;
  }
}

function toBottom() {
  box.scrollTop = box.scrollHeight;
  sticky = view.atEnd;
}

/** Stays at the end, as far as no unshown line would leave at the top. */
function follow() {
  const unshown = lineOf((state.rooms.get(view.id)?.cursor ?? 0) + 1);
  const bottom = box.scrollHeight - box.clientHeight;
  const most = unshown ? unshown.offsetTop - AT_END : bottom;
  box.scrollTop = Math.max(box.scrollTop, Math.min(bottom, most));
  sticky = view.atEnd && distance() <= AT_END;
}

function attach(element) {
  watcher?.disconnect();
  resized?.disconnect();
  watched = new Set();
  box = element;
  if (!box) return;
  box.addEventListener('scroll', scrolled, { passive: true });
  watcher = new IntersectionObserver(onScreen, { root: box });
  resized = new ResizeObserver(() => sticky && follow());
  resized.observe(box);
}

function scrolled() {
  if (view !== state.view) return;
  sticky = view.atEnd && distance() <= AT_END;
  look();
}

/** Loads more where the end of what is there comes near, and sees where the unread lines are. */
function look() {
  if (box.scrollTop < NEAR && !view.atStart && !view.stuck) older(chat).catch(chat.failed);
  if (distance() < NEAR && !view.atEnd && !view.stuck) newer(chat, true).catch(chat.failed);
  const away = !view.atEnd || distance() > AWAY;
  const unreadAt = whereUnread();
  if (away !== Boolean(view.away) || unreadAt !== view.unreadAt) {
    Object.assign(view, { away, unreadAt });
    changed();
  }
}

function whereUnread() {
  const first = (state.rooms.get(view.id)?.cursor ?? 0) + 1;
  if (first > view.hi) return view.atEnd ? null : 'below';
  const li = first < view.lo ? null : lineOf(first);
  if (!li) return first < view.lo ? 'above' : null;
  const [at, outer] = [li.getBoundingClientRect(), box.getBoundingClientRect()];
  if (at.top < outer.top) return 'above';
  return at.bottom > outer.bottom ? 'below' : 'here';
}

function watchLines() {
  const cursor = state.rooms.get(view.id)?.cursor ?? 0;
  for (const end of watched) {
    if (!end.isConnected || Number(end.dataset.seq) <= cursor) {
      watcher.unobserve(end);
      watched.delete(end);
    }
  }
  for (const end of box.querySelectorAll('.end')) {
    if (Number(end.dataset.seq) > cursor && !watched.has(end)) {
      watched.add(end);
      watcher.observe(end);
    }
  }
}

const canBeSeen = () => document.visibilityState === 'visible' && !document.querySelector('dialog[open]');

function onScreen(entries) {
  if (!canBeSeen() || view !== state.view) return;
  const seqs = entries.filter((entry) => entry.isIntersecting).map((entry) => Number(entry.target.dataset.seq));
  if (seqs.length > 0) shown(chat, view.id, seqs);
}

/** To be called when the tab gets visible or a dialog closes: what is on screen is looked at anew. */
export function lookAgain() {
  if (!watcher) return;
  watched.forEach((end) => {
    watcher.unobserve(end);
    watcher.observe(end);
  });
}

/** Scrolls by pages, from wherever the keyboard is. */
export function scrollByPage(pages) {
  box?.scrollBy({ top: pages * box.clientHeight * 0.9 });
}

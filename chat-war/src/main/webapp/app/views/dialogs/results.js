// The parts that all search fields share.

import { isInputMethodKey } from '../keyboard.js';

/** Results shown of each kind. */
export const MAX_RESULTS = 8;

/** A search starts after a pause in typing. */
export const TYPING_PAUSE = 200;

/** The pattern for the server: the text anywhere in the name, unless it has wildcards itself. */
export const pattern = (text) => (text.includes('*') ? text : `*${text}*`);

/** Moves the focus between the field and the results with the arrow keys. */
export function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || isInputMethodKey(event)) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll('input[type=search], button.result')];
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
}

// The notice at the top of the page.

import { setState, state } from '../state.js';

/** Adds a sentence to the notice; it stays until the user dismisses it. */
export function addNotice(sentence) {
  if (state.notice?.includes(sentence)) return;
  setState({ notice: state.notice ? `${state.notice} ${sentence}` : sentence });
}

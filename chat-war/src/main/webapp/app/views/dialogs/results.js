// The parts that all search fields share.

import { fold } from '../../names.js';
import { t } from '../../strings.js';
import { avatar } from '../format.js';
import { html, nothing } from '../html.js';
import { isInputMethodKey } from '../keyboard.js';

/** Results shown of each kind. */
export const MAX_RESULTS = 8;

/** A search starts after a pause in typing. */
export const TYPING_PAUSE = 200;

/** The pattern for the server: the text anywhere in the name, unless it has wildcards itself. */
export const pattern = (text) => (text.includes('*') ? text : `*${text}*`);

/** Whether a name has the text in it; where the text has a wildcard, its parts. */
export const matches = (name, text) => text.split('*').every((part) => fold(name).includes(fold(part)));

/** Results of one kind; nothing if there are none. */
export const section = (heading, results) =>
  results.length === 0 ? nothing : html`<h3>${heading}</h3><ul>${results.map((each) => html`<li>${each}</li>`)}</ul>`;

/** An account to be chosen. */
export const accountButton = (username, onClick) => html`<button type="button" class="result" data-name=${username}
  @click=${onClick}>${avatar(username)}<bdi>${username}</bdi></button>`;

/** An open group to be joined, or to be opened by its members. */
export const groupButton = ({ name, members, joined }, onClick) => html`<button type="button" class="result"
  data-name=${name} @click=${onClick}>${avatar(name, true)}
  <span class="result-name"><bdi>${name}</bdi> <small>${t.members(members)}</small></span>
  <span class="result-action">${joined ? t.open : t.join}</span></button>`;

/** Moves the focus between the field and the results with the arrow keys. */
export function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || isInputMethodKey(event)) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll('input[type=search], button.result')];
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
}

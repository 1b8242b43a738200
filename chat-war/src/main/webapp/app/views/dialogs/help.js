// The list of keyboard shortcuts.

import { t } from '../../strings.js';
import { html } from '../html.js';
import { nameOnKeyboard } from '../keyboard.js';

export const help = () => ({
  title: t.help,
  isText: true,
  content: html`<dl class="keys">
    ${t.keys.map(([key, does]) => html`<div><dt>${key.split(' / ').map((k) => html`<kbd>${nameOnKeyboard(k)}</kbd> `)}</dt><dd>${does}</dd></div>`)}
  </dl>`,
});

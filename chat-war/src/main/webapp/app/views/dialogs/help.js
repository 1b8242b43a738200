// The list of keyboard shortcuts.

import { t } from '../../strings.js';
import { html } from '../html.js';

export const help = () => ({
  title: t.help,
  isText: true,
  content: html`<dl class="keys">
    ${t.keys.map(([key, does]) => html`<div><dt>${key.split(' / ').map((k) => html`<kbd>${k}</kbd> `)}</dt><dd>${does}</dd></div>`)}
  </dl>`,
});

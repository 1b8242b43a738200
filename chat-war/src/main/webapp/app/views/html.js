// The template library of the views: lit-html. Values become text or attributes, never markup.

export { html, nothing, render } from '../../lib/lit-html/lit-html.js';
export { keyed } from '../../lib/lit-html/directives/keyed.js';
export { live } from '../../lib/lit-html/directives/live.js';
export { repeat } from '../../lib/lit-html/directives/repeat.js';

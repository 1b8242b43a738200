// The icons: lines on a grid of 24, in the colour of the text. They are hidden from screen readers; their buttons have labels.

import { html } from './html.js';

const icon = (path) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const icons = {
  search: icon('M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20 20'),
  compose: icon('M5 19h4L19.5 8.5l-4-4L5 15zM13 7l4 4'),
  group: icon('M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.500c2 .8 3.500 2.500 3.500 5.500'),
  menu: icon('M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.500c.5-4 4-6 8-6s7.500 2 8 6'),
  back: icon('M15 5l-7 7 7 7'),
  details: icon('M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11v5M12 7.800v.1'),
  send: icon('M4 12h13M12 6l6 6-6 6'),
  close: icon('M6 6l12 12M18 6 6 18'),
  down: icon('M12 5v13M6 12l6 6 6-6'),
  up: icon('M12 19V6M6 12l6-6 6 6'),
  clock: icon('M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2'),
  check: icon('M5 12.500l4.500 4.500L19 7'),
  checks: icon('M2 12.500l4.500 4.500L15 8M11.500 16l1 1L22 8'),
  warning: icon('M12 4 2.500 20h19zM12 10v5M12 17.500v.1'),
};

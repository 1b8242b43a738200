// Printing a conversation: all of it, while the page shows a part.
//
// 1. It has to be loaded first, for which the browser's own command does not wait. So a key and a button of our own load it
//    and then call that command; the browser's menu prints the lines that are loaded.
// 2. What is printed is not shown on the screen, so it acknowledges nothing.

import { chat } from '../chat/chat.js';
import { wholeConversation } from '../chat/history.js';
import { setState, state } from '../state.js';
import { t } from '../strings.js';
import { roomName } from './format.js';
import { html, nothing, repeat } from './html.js';
import { items, line } from './line.js';

/** Prints the open room. */
export async function printConversation() {
  const { id } = state.view;
  const lines = await wholeConversation(chat, id);
  if (state.view?.id !== id) return;
  setState({ printout: { id, lines, atEnd: true, marker: null } });
  addEventListener('afterprint', () => setState({ printout: null }), { once: true });
  setTimeout(() => print()); // once it is rendered
}

/** Renders what is being printed. */
export function printout() {
  const view = state.printout;
  const room = view && state.rooms.get(view.id);
  if (!room) return nothing;
  return html`<section class="printout" aria-hidden="true">
    <h2>${roomName(room)}</h2>
    ${view.lines[0]?.seq > 1 ? html`<p>${t.printedPart}</p>` : nothing}
    <ol>${repeat(items(view, room), (item) => item.id, (item) => line(item, []))}</ol>
  </section>`;
}

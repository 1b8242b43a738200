// Messages that are not sent and whose room no longer exists: their texts, to be copied or discarded.

import { chat } from '../../chat/chat.js';
import { discard } from '../../chat/outgoing.js';
import { t } from '../../strings.js';
import { html, repeat } from '../html.js';
import { orphans } from '../rooms.js';
import { unsentReason } from '../waiting.js';

export const unsent = () => ({
  title: t.notSent,
  content: html`<ul>
    ${repeat(orphans(), (m) => m.n, (m) => html`<li class="unsent">
      <div class="body" dir="auto">${m.body}</div>
      <p class="problem">${unsentReason(m)} <button class="link" @click=${() => discard(chat, m.n)}>${t.discard}</button></p>
    </li>`)}
  </ul>`,
});

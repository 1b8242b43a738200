// Messages that were refused and whose room is gone: their text, to be copied or thrown away.

import { discard } from '../../chat/chat.js';
import { t } from '../../strings.js';
import { html, repeat } from '../html.js';
import { stranded } from '../rooms.js';

export const unsent = () => ({
  title: t.notSent,
  content: html`<ul class="plain">
    ${repeat(stranded(), (m) => m.n, (m) => html`<li class="unsent">
      <div class="body" dir="auto">${m.body}</div>
      <p class="problem">${t.refused(m.reason)} <button class="link" @click=${() => discard(m.n)}>${t.discard}</button></p>
    </li>`)}
  </ul>`,
});

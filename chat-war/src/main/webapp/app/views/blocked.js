// What the page says where the browser doesn't let it store anything.

import { t } from '../strings.js';
import { html } from './html.js';

export const blocked = () => html`<main class="login">
  <div class="card">
    <h1 class="brand">${t.app}</h1>
    <p class="problem" role="alert">${t.noStorage}</p>
    <button class="primary" @click=${() => location.reload()}>${t.tryAgain}</button>
  </div>
</main>`;

// The whole page: which of its parts are rendered, and what happens before and after a rendering.

import { setState, state } from '../state.js';
import { t } from '../strings.js';
import { blocked } from './blocked.js';
import { conversation } from './conversation.js';
import { dialog, showDialog } from './dialogs/dialog.js';
import { keepFocus, rememberFocus } from './focus.js';
import { html, nothing, render } from './html.js';
import { login } from './login.js';
import { updateTitle } from './notifications.js';
import { printout } from './print.js';
import { sidebar } from './rooms.js';
import { afterRender, beforeRender } from './scroll.js';

export function renderPage() {
  beforeRender();
  rememberFocus();
  render(page(), document.getElementById('page'));
  showDialog();
  keepFocus();
  afterRender();
  updateTitle();
}

function page() {
  if (state.phase === 'starting') return nothing;
  if (state.phase === 'blocked') return blocked();
  if (state.phase !== 'in') return login();
  return html`
    <a class="skip" href="#conversation" @click=${skip}>${t.skip}</a>
    ${banner()}
    <main class="app ${state.view ? 'in-room' : ''}">
      <h1 class="sr">${t.app}</h1>
      ${sidebar()} ${conversation()}
    </main>
    ${dialog()} ${printout()}
    <div class="sr" aria-live="polite" role="status">${state.spoken}</div>`;
}

function banner() {
  if (state.notice) {
    return html`<div class="banner" role="status">${state.notice}
      <button class="link" @click=${() => setState({ notice: null })}>${t.dismiss}</button></div>`;
  }
  return state.link === 'offline' ? html`<div class="banner" role="status">${t.offline}</div>` : nothing;
}

function skip(event) {
  event.preventDefault();
  document.getElementById('conversation').focus();
}

// The whole page: which of its parts is drawn, and what happens around a drawing.

import { showInTab } from '../chat/attention.js';
import { changed, state } from '../state.js';
import { t } from '../strings.js';
import { conversation } from './conversation.js';
import { dialog, openDialog } from './dialogs/dialog.js';
import { html, nothing, render } from './html.js';
import { login } from './login.js';
import { side } from './rooms.js';
import { afterDraw, beforeDraw } from './scroll.js';

export function draw() {
  beforeDraw();
  render(page(), document.getElementById('page'));
  openDialog();
  afterDraw();
  showInTab();
}

function page() {
  if (state.phase === 'starting') return nothing;
  if (state.phase !== 'in') return login();
  return html`
    <a class="skip" href="#conversation" @click=${skip}>${t.skip}</a>
    ${banner()}
    <main class="app ${state.view ? 'in-room' : ''}">
      <h1 class="sr">${t.app}</h1>
      ${side()} ${conversation()}
    </main>
    ${dialog()}
    <div class="sr" aria-live="polite" role="status">${state.spoken}</div>`;
}

function banner() {
  if (state.notice) {
    return html`<div class="banner" role="status">${state.notice}
      <button class="link" @click=${() => changed({ notice: null })}>${t.dismiss}</button></div>`;
  }
  return state.link === 'offline' ? html`<div class="banner" role="status">${t.offline}</div>` : nothing;
}

function skip(event) {
  event.preventDefault();
  document.getElementById('conversation').focus();
}

// Signing up and logging in, also in the place of a tab that may no longer speak for its account.

import { api, Problem } from '../wire/api.js';
import { followBrowser, logIn, somebodyElse } from '../chat/session.js';
import { changed, state } from '../state.js';
import { t } from '../strings.js';
import { html, nothing } from './html.js';

const set = (change) => changed({ login: { ...state.login, ...change } });

export function login() {
  const { signingUp, problem, field, elsewhere, busy } = state.login;
  const was = state.me?.username;
  return html`<main class="login">
    <div class="card">
      <h1 class="brand">${t.app}</h1>
      <p class="tagline">${t.tagline}</p>
      ${state.phase === 'out' ? whatHappened(was) : nothing}
      <form @submit=${submit} novalidate>
        <label for="username">${t.username}</label>
        <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" dir="auto"
          maxlength="20" required .value=${state.phase === 'out' ? (was ?? '') : ''} ?disabled=${busy}
          aria-describedby=${signingUp ? 'username-hint' : nothing} aria-invalid=${field === 'username' ? 'true' : 'false'}>
        ${signingUp ? html`<p class="hint" id="username-hint">${t.usernameHint}</p>` : nothing}
        <label for="password">${t.password}</label>
        <input id="password" name="password" type="password" maxlength="256" required ?disabled=${busy}
          autocomplete=${signingUp ? 'new-password' : 'current-password'}
          aria-describedby=${signingUp ? 'password-hint' : nothing} aria-invalid=${field === 'password' ? 'true' : 'false'}>
        ${signingUp ? html`<p class="hint" id="password-hint">${t.passwordHint}</p>` : nothing}
        <p class="problem" role="alert">${problem ?? nothing}</p>
        ${elsewhere ? takeOver(busy) : html`<button class="primary" ?disabled=${busy}>${signingUp ? t.signUp : t.logIn}</button>`}
      </form>
      <button class="link" @click=${() => set({ signingUp: !signingUp, problem: null, field: null, elsewhere: false })}>
        ${signingUp ? t.toLogIn : t.toSignUp}</button>
    </div>
  </main>`;
}

const takeOver = (busy) => html`<div class="elsewhere" role="alert">
  <p><strong>${t.elsewhere}</strong> ${t.elsewhereHint}</p>
  <button class="primary" name="takeOver" ?disabled=${busy}>${t.takeOver}</button>
  <button type="button" @click=${() => set({ elsewhere: false })}>${t.cancel}</button>
</div>`;

function whatHappened(was) {
  const other = somebodyElse();
  const waits = state.outbox.filter((message) => message.state === 'waiting').length;
  return html`<div class="happened" role="status">
    <p>${other ? t.becameSomebodyElse(was, other) : t.loggedOut(was)}</p>
    ${waits > 0 ? html`<p>${t.stillWaiting(waits, was)}</p>` : nothing}
    ${other ? html`<button @click=${followBrowser}>${t.continueAs(other)}</button>` : nothing}
  </div>`;
}

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const [username, password] = [form.username.value.trim(), form.password.value];
  const taking = event.submitter?.name === 'takeOver';
  set({ busy: true, problem: null, field: null });
  try {
    if (state.login.signingUp) await api.register(username, password);
    await logIn(username, password, taking);
  } catch (e) {
    refused(e, form);
  }
}

function refused(e, form) {
  if (!(e instanceof Problem)) {
    set({ busy: false, problem: t.noAnswer });
  } else if (e.slug === 'logged-in-elsewhere') {
    set({ busy: false, elsewhere: true });
  } else {
    const field = e.errors[0]?.field ?? (e.slug === 'username-taken' ? 'username' : null);
    set({ busy: false, field, elsewhere: false, problem: e.slug === 'wrong-credentials' ? t.wrongCredentials : sentence(e) });
    form.elements[field ?? 'username']?.focus();
  }
}

/** The server's words, as a sentence. */
export const sentence = (problem) => problem.message[0].toUpperCase() + problem.message.slice(1) + '.';

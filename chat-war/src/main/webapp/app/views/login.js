// Signing up and logging in; also shown in a tab that may no longer act for its account.
//
// 1. While a login runs, its fields can't be changed but stay enabled: a disabled field loses the focus.
// 2. The offer to log another device out is for the account that was asked for: a change of the fields withdraws it.

import { api, Problem } from '../wire/api.js';
import { logIn, otherAccount, switchToBrowserSession } from '../chat/session.js';
import { setState, state } from '../state.js';
import { t } from '../strings.js';
import { html, nothing } from './html.js';
import { reason } from './problem.js';

const update = (change) => setState({ login: { ...state.login, ...change } });

export function login() {
  const { signingUp, problem, field, elsewhere, busy } = state.login;
  const was = state.me?.username;
  return html`<main class="login">
    <div class="card">
      <h1 class="brand">${t.app}</h1>
      <p class="tagline">${t.tagline}</p>
      ${state.phase === 'out' ? loginStatus(was) : nothing}
      <form @submit=${onSubmit} @input=${() => elsewhere && update({ elsewhere: false })} novalidate>
        <label for="username">${t.username}</label>
        <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" dir="auto"
          maxlength="20" required .value=${state.phase === 'out' ? (was ?? '') : ''} ?readonly=${busy}
          aria-describedby=${signingUp ? 'username-hint' : nothing} aria-invalid=${field === 'username' ? 'true' : 'false'}>
        ${signingUp ? html`<p class="hint" id="username-hint">${t.usernameHint}</p>` : nothing}
        <label for="password">${t.password}</label>
        <input id="password" name="password" type="password" maxlength="256" required ?readonly=${busy}
          autocomplete=${signingUp ? 'new-password' : 'current-password'}
          aria-describedby=${signingUp ? 'password-hint' : nothing} aria-invalid=${field === 'password' ? 'true' : 'false'}>
        ${signingUp ? html`<p class="hint" id="password-hint">${t.passwordHint}</p>` : nothing}
        <p class="problem" role="alert">${problem ?? nothing}</p>
        ${elsewhere ? takeOver(busy) : html`<button class="primary" aria-disabled=${busy ? 'true' : 'false'}>${signingUp ? t.signUp : t.logIn}</button>`}
      </form>
      <button class="link" @click=${() => update({ signingUp: !signingUp, problem: null, field: null, elsewhere: false })}>
        ${signingUp ? t.toLogIn : t.toSignUp}</button>
    </div>
  </main>`;
}

// The focus goes to the text, so that a second Enter in the password field does not answer it unread.
const takeOver = (busy) => html`<div class="take-over" role="alert" tabindex="-1" autofocus>
  <p><strong>${t.elsewhere}</strong> ${t.elsewhereHint}</p>
  <button class="primary" name="takeOver" aria-disabled=${busy ? 'true' : 'false'}>${t.takeOver}</button>
  <button type="button" @click=${() => update({ elsewhere: false })}>${t.cancel}</button>
</div>`;

function loginStatus(was) {
  const other = otherAccount();
  const waiting = state.outbox.filter((message) => message.state === 'waiting').length;
  return html`<div class="login-status" role="status">
    <p>${other ? t.otherAccount(was, other) : t.loggedOut(was)}</p>
    ${waiting > 0 ? html`<p>${t.stillWaiting(waiting, was)}</p>` : nothing}
    ${other ? html`<button @click=${switchToBrowserSession}>${t.continueAs(other)}</button>` : nothing}
  </div>`;
}

async function onSubmit(event) {
  event.preventDefault();
  if (state.login.busy) return;
  const form = event.target;
  const [username, password] = [form.username.value.trim(), form.password.value];
  const isTakeOver = event.submitter?.name === 'takeOver';
  update({ busy: true, problem: null, field: null });
  try {
    if (state.login.signingUp) await api.register(username, password);
    await logIn(username, password, isTakeOver);
  } catch (e) {
    showError(e, form);
  }
}

function showError(e, form) {
  if (!(e instanceof Problem)) {
    update({ busy: false, problem: reason(e) });
  } else if (e.slug === 'logged-in-elsewhere') {
    update({ busy: false, elsewhere: true });
  } else {
    const field = e.errors[0]?.field ?? (e.slug === 'username-taken' ? 'username' : null);
    update({ busy: false, field, elsewhere: false, problem: reason(e) });
    form.elements[field ?? 'password']?.focus();
  }
}

// The account: devices, notifications, password, logging out, deleting it.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { drafts } from '../../chat/drafts.js';
import { forgetAccount, logOut, unsent } from '../../chat/leave.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { shortTime } from '../format.js';
import { html, nothing } from '../html.js';
import { openDialog, updateDialog } from '../modal.js';
import { canNotify, isNotifying, setNotifying } from '../notifications.js';
import { reason } from '../problem.js';
import { ask, question } from './question.js';

export function account(dialog) {
  if (!dialog.isRequested) {
    dialog.isRequested = true;
    loadDevices();
  }
  return {
    title: html`<bdi>${t.account(state.me.username)}</bdi>`,
    content: html`
      <p class="problem" role="alert">${dialog.problem ?? nothing}</p>
      <p role="status">${dialog.done ?? nothing}</p>
      <h3>${t.devices}</h3>
      <ul>${(dialog.devices ?? []).map(device)}</ul>
      <h3>${t.notifications}</h3>
      ${canNotify()
        ? html`<label class="check"><input type="checkbox" .checked=${isNotifying()}
            @change=${(event) => setNotifying(event.target.checked)}> ${t.notificationsOn}</label>`
        : html`<p>${t.notificationsDenied}</p>`}
      <p><button class="link" @click=${() => openDialog('help')}>${t.help}</button></p>
      ${dialog.changing ? passwordForm(dialog) : html`<p><button @click=${() => updateDialog({ changing: true })}>${t.changePassword}</button></p>`}
      <p class="row"><button @click=${onLogOut}>${t.logOut}</button>
        ${dialog.deleting ? nothing : html`<button class="danger" @click=${() => updateDialog({ deleting: true })}>${t.deleteAccount}</button>`}</p>
      ${dialog.asking === 'logOut' ? logOutQuestion() : nothing}
      ${dialog.deleting ? deletionForm(dialog) : nothing}`,
  };
}

const device = ({ id, device: name, lastUsedAt, current }) => html`<li class="member">
  <span class="member-name"><bdi>${name ?? t.unnamedDevice}</bdi>
    <small>${current ? t.thisDevice : t.lastUsed(shortTime(new Date(lastUsedAt)))}</small></span>
  ${current ? nothing : html`<button @click=${() => act(() => api.endSession(id)).then(loadDevices)}>${t.endDevice}</button>`}
</li>`;

const passwordForm = ({ passwordProblem }) => html`<form @submit=${changePassword}>
  <input type="hidden" autocomplete="username" .value=${state.me.username}>
  <label for="current">${t.currentPassword}</label>
  <input id="current" name="current" type="password" autocomplete="current-password" required maxlength="256" autofocus
    aria-invalid=${passwordProblem ? 'true' : 'false'} aria-describedby="current-problem">
  <p class="problem" id="current-problem" role="alert">${passwordProblem ?? nothing}</p>
  <label for="replacement">${t.newPassword}</label>
  <input id="replacement" name="replacement" type="password" autocomplete="new-password" required maxlength="256"
    aria-describedby="replacement-hint">
  <p class="hint" id="replacement-hint">${t.passwordHint}</p>
  <button>${t.changePassword}</button>
</form>`;

const deletionForm = ({ nameProblem }) => html`<form class="confirm" @submit=${deleteAccount}>
  <label for="confirm">${t.deleteConfirm}</label>
  <input id="confirm" name="confirm" autocomplete="off" autocapitalize="none" spellcheck="false" required autofocus
    aria-invalid=${nameProblem ? 'true' : 'false'} aria-describedby="confirm-problem">
  <p class="problem" id="confirm-problem" role="alert">${nameProblem ?? nothing}</p>
  <button class="danger">${t.deleteNow}</button>
  <button type="button" @click=${() => updateDialog({ deleting: false, nameProblem: null })}>${t.cancel}</button>
</form>`;

/** Logs out; asks first if something was not sent. */
function onLogOut() {
  if (countUnsent() > 0) ask('logOut');
  else act(() => logOut(chat, false));
}

const countUnsent = () => unsent().length + drafts().length;

const logOutQuestion = () =>
  question(t.logOutConfirm(countUnsent()), [
    [t.logOutKeep, () => act(() => logOut(chat, true)), true],
    [t.logOutDelete, () => act(() => logOut(chat, false))],
  ]);

async function loadDevices() {
  const dialog = state.dialog;
  await act(async () => updateDialog({ devices: await api.sessions() }, dialog));
}

async function changePassword(event) {
  event.preventDefault();
  const { current, replacement } = event.target.elements;
  const dialog = state.dialog;
  updateDialog({ passwordProblem: null, done: null });
  await act(async () => {
    try {
      await api.changePassword(current.value, replacement.value);
    } catch (e) {
      if (e.slug !== 'wrong-credentials') throw e;
      updateDialog({ passwordProblem: t.wrongPassword }, dialog);
      return current.focus();
    }
    updateDialog({ changing: false, done: t.passwordChanged }, dialog);
    return loadDevices();
  });
}

async function deleteAccount(event) {
  event.preventDefault();
  const { confirm } = event.target.elements;
  if (confirm.value.trim() !== state.me.username) {
    updateDialog({ nameProblem: t.deleteWrongName(state.me.username) });
    return confirm.focus();
  }
  return act(async () => {
    await api.deleteAccount();
    await forgetAccount(chat);
  });
}

async function act(call) {
  const dialog = state.dialog;
  updateDialog({ problem: null, asking: null });
  try {
    await call();
  } catch (e) {
    chat.handleError(e);
    updateDialog({ problem: reason(e) }, dialog);
  }
}

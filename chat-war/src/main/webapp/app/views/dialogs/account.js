// The account: devices, notifications, password, logging out, deleting it.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { forgetSession, logOut } from '../../chat/session.js';
import { deleteDatabase } from '../../store/database.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { shortTime } from '../format.js';
import { html, nothing } from '../html.js';
import { openDialog, updateDialog } from '../modal.js';
import { canNotify, isNotifying, setNotifying } from '../notifications.js';
import { reason } from '../problem.js';

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
      ${dialog.changing ? passwordForm() : html`<p><button @click=${() => updateDialog({ changing: true })}>${t.changePassword}</button></p>`}
      <p class="row"><button @click=${() => act(() => logOut(chat))}>${t.logOut}</button>
        ${dialog.deleting ? nothing : html`<button class="danger" @click=${() => updateDialog({ deleting: true })}>${t.deleteAccount}</button>`}</p>
      ${dialog.deleting ? deletionForm() : nothing}`,
  };
}

const device = ({ id, device: name, lastUsedAt, current }) => html`<li class="member">
  <span class="member-name"><bdi>${name ?? t.unnamedDevice}</bdi>
    <small>${current ? t.thisDevice : t.lastUsed(shortTime(new Date(lastUsedAt)))}</small></span>
  ${current ? nothing : html`<button @click=${() => act(() => api.endSession(id)).then(loadDevices)}>${t.endDevice}</button>`}
</li>`;

const passwordForm = () => html`<form @submit=${changePassword}>
  <input type="hidden" autocomplete="username" .value=${state.me.username}>
  <label for="current">${t.currentPassword}</label>
  <input id="current" name="current" type="password" autocomplete="current-password" required maxlength="256">
  <label for="replacement">${t.newPassword}</label>
  <input id="replacement" name="replacement" type="password" autocomplete="new-password" required maxlength="256"
    aria-describedby="replacement-hint">
  <p class="hint" id="replacement-hint">${t.passwordHint}</p>
  <button>${t.changePassword}</button>
</form>`;

const deletionForm = () => html`<form class="confirm" @submit=${deleteAccount}>
  <label for="confirm">${t.deleteConfirm}</label>
  <input id="confirm" name="confirm" autocomplete="off" required>
  <button class="danger">${t.deleteNow}</button>
  <button type="button" @click=${() => updateDialog({ deleting: false })}>${t.cancel}</button>
</form>`;

async function loadDevices() {
  await act(async () => updateDialog({ devices: await api.sessions() }));
}

async function changePassword(event) {
  event.preventDefault();
  const { current, replacement } = event.target.elements;
  await act(async () => {
    await api.changePassword(current.value, replacement.value);
    updateDialog({ changing: false, done: t.passwordChanged });
    await loadDevices();
  });
}

async function deleteAccount(event) {
  event.preventDefault();
  if (event.target.elements.confirm.value !== state.me.username) return;
  await act(async () => {
    await api.deleteAccount();
    chat.stop();
    deleteDatabase(state.me);
    forgetSession();
  });
}

async function act(call) {
  updateDialog({ problem: null });
  try {
    await call();
  } catch (e) {
    if (e.slug !== 'wrong-credentials') chat.handleError(e);
    updateDialog({ problem: reason(e) });
  }
}

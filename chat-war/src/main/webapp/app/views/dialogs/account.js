// The account: devices, notifications, the password, logging out, deleting.

import { api, Problem } from '../../wire/api.js';
import { canNotify, wantNotifications, wantsNotifications } from '../../chat/attention.js';
import { chat } from '../../chat/chat.js';
import { forgetMe, logOut } from '../../chat/session.js';
import { databaseName } from '../../store/database.js';
import { changed, state } from '../../state.js';
import { t } from '../../strings.js';
import { html, nothing } from '../html.js';
import { sentence } from '../login.js';
import { briefly } from '../words.js';
import { setDialog } from './dialog.js';

export function account(dialog) {
  if (!dialog.asked) {
    dialog.asked = true;
    listDevices();
  }
  return {
    title: html`<bdi>${t.account(state.me.username)}</bdi>`,
    content: html`
      <p class="problem" role="alert">${dialog.problem ?? nothing}</p>
      <p role="status">${dialog.done ?? nothing}</p>
      <h3>${t.devices}</h3>
      <ul class="plain">${(dialog.devices ?? []).map(device)}</ul>
      <h3>${t.notifications}</h3>
      ${canNotify()
        ? html`<label class="check"><input type="checkbox" .checked=${wantsNotifications()}
            @change=${(event) => wantNotifications(event.target.checked)}> ${t.notificationsOn}</label>`
        : html`<p>${t.notificationsDenied}</p>`}
      <p><button class="link" @click=${() => changed({ dialog: { kind: 'help' } })}>${t.help}</button></p>
      ${dialog.changing ? password() : html`<p><button @click=${() => setDialog({ changing: true })}>${t.changePassword}</button></p>`}
      <p class="in-a-row"><button @click=${() => act(() => logOut(chat))}>${t.logOut}</button>
        ${dialog.deleting ? nothing : html`<button class="danger" @click=${() => setDialog({ deleting: true })}>${t.deleteAccount}</button>`}</p>
      ${dialog.deleting ? deletion() : nothing}`,
  };
}

const device = ({ id, device: name, lastUsedAt, current }) => html`<li class="member">
  <span class="member-name"><bdi>${name ?? t.unnamedDevice}</bdi>
    <small>${current ? t.thisDevice : t.lastUsed(briefly(new Date(lastUsedAt)))}</small></span>
  ${current ? nothing : html`<button @click=${() => act(() => api.endSession(id)).then(listDevices)}>${t.endDevice}</button>`}
</li>`;

const password = () => html`<form @submit=${changePassword}>
  <input type="hidden" autocomplete="username" .value=${state.me.username}>
  <label for="current">${t.currentPassword}</label>
  <input id="current" name="current" type="password" autocomplete="current-password" required maxlength="256">
  <label for="fresh">${t.newPassword}</label>
  <input id="fresh" name="fresh" type="password" autocomplete="new-password" required maxlength="256"
    aria-describedby="fresh-hint">
  <p class="hint" id="fresh-hint">${t.passwordHint}</p>
  <button>${t.changePassword}</button>
</form>`;

const deletion = () => html`<form class="sure" @submit=${deleteAccount}>
  <label for="confirm">${t.deleteSure}</label>
  <input id="confirm" name="confirm" autocomplete="off" required>
  <button class="danger">${t.deleteNow}</button>
  <button type="button" @click=${() => setDialog({ deleting: false })}>${t.cancel}</button>
</form>`;

async function listDevices() {
  await act(async () => setDialog({ devices: await api.sessions() }));
}

async function changePassword(event) {
  event.preventDefault();
  const { current, fresh } = event.target.elements;
  await act(async () => {
    await api.changePassword(current.value, fresh.value);
    setDialog({ changing: false, done: t.passwordChanged });
    await listDevices();
  });
}

async function deleteAccount(event) {
  event.preventDefault();
  if (event.target.elements.confirm.value !== state.me.username) return;
  await act(async () => {
    await api.deleteAccount();
    chat.stop();
    indexedDB.deleteDatabase(databaseName(state.me));
    forgetMe();
  });
}

async function act(call) {
  setDialog({ problem: null });
  try {
    await call();
  } catch (e) {
    if (e.slug === 'wrong-credentials') return setDialog({ problem: t.wrongCredentials });
    chat.failed(e);
    setDialog({ problem: e instanceof Problem ? sentence(e) : t.noAnswer });
  }
}

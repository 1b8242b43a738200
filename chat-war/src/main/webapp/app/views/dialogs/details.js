// The details of the open room: its members, their roles and how far they have read, and the settings for owners.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { refreshMembers } from '../../chat/members.js';
import { newKey } from '../../store/outbox.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { avatar, roomName } from '../format.js';
import { html, nothing, repeat } from '../html.js';
import { icons } from '../icons.js';
import { closeDialog, updateDialog } from '../modal.js';
import { reason } from '../problem.js';
import { accountPicker } from './account-picker.js';

export function details(dialog) {
  const room = state.view && state.rooms.get(state.view.id);
  if (!room) return { title: t.details, content: nothing };
  const { members } = state.view;
  const group = room.kind === 'GROUP';
  const owner = group && members.some((m) => m.username === state.me.username && m.role === 'OWNER');
  return {
    title: html`<bdi>${roomName(room)}</bdi>`,
    content: html`
      <p class="problem" role="alert">${dialog.problem ?? nothing}</p>
      ${owner ? settings(room) : nothing}
      <h3>${t.members(members.length)}</h3>
      <ul>
        ${repeat(members, (m) => m.username, (m) => member(room, m, owner, group))}
      </ul>
      ${owner ? accountPicker(dialog, {
            label: t.invite,
            exclude: members.map((m) => m.username),
            onChoose: (name) => act(() => api.addMember(room.id, name, newKey())),
          })
        : nothing}
      ${group ? leaveForm(room, dialog) : nothing}`,
  };
}

const settings = (room) => html`<form class="row" @submit=${(event) => rename(event, room)}>
  <label for="room-name">${t.groupName}</label>
  <input id="room-name" name="roomName" required maxlength="40" dir="auto" autocomplete="off" .value=${room.name}>
  <button>${t.save}</button>
</form>
<label class="check"><input type="checkbox" .checked=${room.listed}
  @change=${(event) => act(() => api.changeRoom(room.id, { listed: event.target.checked }, newKey()))}> ${t.listed}</label>
<label class="check"><input type="checkbox" .checked=${room.open === true}
  @change=${(event) => act(() => api.changeRoom(room.id, { open: event.target.checked }, newKey()))}> ${t.openToAll}</label>
<p class="hint">${t.openToAllHint}</p>`;

function member(room, { username, role, cursor }, owner, group) {
  const me = username === state.me.username;
  const other = role === 'OWNER' ? 'MEMBER' : 'OWNER';
  const about = group ? [role === 'OWNER' ? t.owner : t.member] : [];
  if (!me) about.push(t.readUpTo(Math.max(0, room.lastSeq - cursor)));
  return html`<li class="member">
    ${avatar(username)}
    <span class="member-name"><bdi>${username}</bdi> ${me ? html`<small>${t.you}</small>` : nothing}
      <small>${about.join(' · ')}</small></span>
    ${owner && group
      ? html`<button aria-label=${other === 'OWNER' ? t.makeOwner(username) : t.makeMember(username)}
            @click=${() => act(() => api.changeRole(room.id, username, other, newKey()))}>
            ${other === 'OWNER' ? t.makeOwnerShort : t.makeMemberShort}</button>
          ${me ? nothing : html`<button class="icon-button" aria-label=${t.remove(username)}
            @click=${() => act(() => api.removeMember(room.id, username, newKey()))}>${icons.close}</button>`}`
      : nothing}
  </li>`;
}

const leaveForm = (room, { leaving }) =>
  leaving
    ? html`<div class="confirm" role="alert"><p>${t.leaveConfirm}</p>
        <button class="danger" @click=${() => leave(room)}>${t.leave}</button>
        <button @click=${() => updateDialog({ leaving: false })}>${t.cancel}</button></div>`
    : html`<button class="danger" @click=${() => updateDialog({ leaving: true })}>${t.leave}</button>`;

function rename(event, room) {
  event.preventDefault();
  const name = event.target.elements.roomName.value;
  act(() => api.changeRoom(room.id, { name }, newKey()));
}

async function leave(room) {
  if (await act(() => api.removeMember(room.id, state.me.username, newKey()))) closeDialog();
}

async function act(call) {
  updateDialog({ problem: null });
  try {
    await call();
    await chat.resync();
    await refreshMembers();
    return true;
  } catch (e) {
    chat.handleError(e);
    updateDialog({ problem: reason(e), leaving: false });
    return false;
  }
}

// The details of the open room: who is in it, as what, and how far they have read; what an owner may change.

import { api, Problem } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { refreshMembers } from '../../chat/conversation.js';
import { newKey } from '../../store/outbox.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { html, nothing, repeat } from '../html.js';
import { icons } from '../icons.js';
import { sentence } from '../login.js';
import { roomName, sign } from '../words.js';
import { closeDialog, setDialog } from './dialog.js';
import { finder } from './finder.js';

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
      <ul class="plain members">
        ${repeat(members, (m) => m.username, (m) => member(room, m, owner, group))}
      </ul>
      ${owner ? finder(dialog, {
            label: t.invite,
            without: members.map((m) => m.username),
            choose: (name) => act(() => api.invite(room.id, name, newKey())),
          })
        : nothing}
      ${group ? leaving(room, dialog) : nothing}`,
  };
}

const settings = (room) => html`<form class="in-a-row" @submit=${(event) => rename(event, room)}>
  <label for="room-name">${t.groupName}</label>
  <input id="room-name" name="roomName" required maxlength="40" dir="auto" autocomplete="off" .value=${room.name}>
  <button>${t.save}</button>
</form>
<label class="check"><input type="checkbox" .checked=${room.listed}
  @change=${(event) => act(() => api.changeRoom(room.id, { listed: event.target.checked }, newKey()))}> ${t.listed}</label>`;

function member(room, { username, role, cursor }, owner, group) {
  const me = username === state.me.username;
  const other = role === 'OWNER' ? 'MEMBER' : 'OWNER';
  const about = group ? [role === 'OWNER' ? t.owner : t.member] : [];
  if (!me) about.push(t.readUpTo(Math.max(0, room.lastSeq - cursor)));
  return html`<li class="member">
    ${sign(username)}
    <span class="member-name"><bdi>${username}</bdi> ${me ? html`<small>${t.you}</small>` : nothing}
      <small>${about.join(' · ')}</small></span>
    ${owner && group
      ? html`<button aria-label=${other === 'OWNER' ? t.makeOwner(username) : t.makeMember(username)}
            @click=${() => act(() => api.changeRole(room.id, username, other, newKey()))}>
            ${other === 'OWNER' ? t.makeOwnerShort : t.makeMemberShort}</button>
          ${me ? nothing : html`<button class="icon-button" aria-label=${t.remove(username)}
            @click=${() => act(() => api.remove(room.id, username, newKey()))}>${icons.close}</button>`}`
      : nothing}
  </li>`;
}

const leaving = (room, { sure }) =>
  sure
    ? html`<div class="sure" role="alert"><p>${t.leaveSure}</p>
        <button class="danger" @click=${() => leave(room)}>${t.leave}</button>
        <button @click=${() => setDialog({ sure: false })}>${t.cancel}</button></div>`
    : html`<button class="danger" @click=${() => setDialog({ sure: true })}>${t.leave}</button>`;

function rename(event, room) {
  event.preventDefault();
  const name = event.target.elements.roomName.value;
  act(() => api.changeRoom(room.id, { name }, newKey()));
}

async function leave(room) {
  if (await act(() => api.remove(room.id, state.me.username, newKey()))) closeDialog();
}

async function act(call) {
  setDialog({ problem: null });
  try {
    await call();
    await chat.resync();
    await refreshMembers(chat);
    return true;
  } catch (e) {
    chat.failed(e);
    setDialog({ problem: e instanceof Problem ? sentence(e) : t.noAnswer, sure: false });
    return false;
  }
}

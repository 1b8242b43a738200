// The details of the open room: its members, their roles and how far they have read, and the settings for owners.

import { api } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { refreshMembers, unreadByMember } from '../../chat/members.js';
import { leaving } from '../../chat/rooms.js';
import { newKey } from '../../store/outbox.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { avatar, displayName, roomName } from '../format.js';
import { html, nothing, repeat } from '../html.js';
import { closeDialog, isOpen, updateDialog } from '../modal.js';
import { printConversation } from '../print.js';
import { reason } from '../problem.js';
import { accountPicker } from './account-picker.js';
import { ask, question } from './question.js';

export function details(dialog) {
  const room = state.view && state.rooms.get(state.view.id);
  if (!room) return { title: t.details, isText: true, content: html`<p>${t.notMember}</p>` };
  const { members } = state.view;
  countUnread(dialog, room, members);
  const group = room.kind === 'GROUP';
  const owner = group && members.some((m) => m.username === state.me.username && m.role === 'OWNER');
  return {
    title: html`<bdi>${roomName(room)}</bdi>`,
    content: html`
      <p class="problem" role="alert">${dialog.problem ?? nothing}</p>
      ${owner ? settings(room) : nothing}
      <h3>${t.members(members.length)}</h3>
      <ul class="members" tabindex="-1" aria-label=${t.members(members.length)}>
        ${repeat(members, (m) => m.username, (m) => member(room, m, owner, dialog))}
      </ul>
      ${owner ? accountPicker(dialog, {
            label: t.invite,
            exclude: members.map((m) => m.username),
            onChoose: (name) => act(() => api.addMember(room.id, name, newKey())),
          })
        : nothing}
      <p><button @click=${print}>${t.print}</button></p>
      ${group ? leaveForm(room, dialog) : nothing}`,
  };
}

/** Counts what the members have not read, again whenever that may have changed. */
function countUnread(dialog, room, members) {
  const version = `${room.last} ${members.map((member) => member.cursor)}`;
  if (dialog.counted === version) return;
  dialog.counted = version;
  unreadByMember(chat)
    .then((counts) => updateDialog({ unread: new Map(counts.map(([name, n, isAll]) => [name, t.behind(n, isAll)])) }, dialog))
    .catch(chat.handleError);
}

const settings = (room) => html`<form class="row" @submit=${(event) => rename(event, room)}>
  <label for="room-name">${t.groupName}</label>
  <input id="room-name" name="roomName" required maxlength="40" dir="auto" autocomplete="off" .defaultValue=${room.name}>
  <button>${t.save}</button>
</form>
<label class="check"><input type="checkbox" .checked=${room.listed}
  @change=${(event) => act(() => api.changeRoom(room.id, { listed: event.target.checked }, newKey()))}> ${t.listed}</label>
<label class="check"><input type="checkbox" .checked=${room.open === true}
  @change=${(event) => act(() => api.changeRoom(room.id, { open: event.target.checked }, newKey()))}> ${t.openToAll}</label>
<p class="hint">${t.openToAllHint}</p>`;

function member(room, { username, role }, owner, dialog) {
  const me = username === state.me.username;
  const about = room.kind === 'GROUP' ? [role === 'OWNER' ? t.owner : t.member] : [];
  if (!me && dialog.unread?.get(username)) about.push(dialog.unread.get(username));
  return html`<li class="member">
    ${avatar(username)}
    <span class="member-name"><bdi>${me ? username : displayName(username)}</bdi> ${me ? html`<small>${t.you}</small>` : nothing}
      <small>${about.join(' · ')}</small></span>
    ${owner ? memberButtons(username, role, me) : nothing}
    ${dialog.asking?.username === username ? memberQuestion(room, role, me, dialog.asking) : nothing}
  </li>`;
}

const memberButtons = (username, role, me) => html`
  <button aria-label=${role === 'OWNER' ? t.makeMember(username) : t.makeOwner(username)}
    @click=${() => ask({ what: 'role', username })}>${role === 'OWNER' ? t.makeMemberShort : t.makeOwnerShort}</button>
  ${me ? nothing : html`<button aria-label=${t.remove(username)}
    @click=${() => ask({ what: 'remove', username })}>${t.removeShort}</button>`}`;

function memberQuestion(room, role, me, { what, username }) {
  if (what === 'remove') {
    return question(t.removeConfirm(username), [
      [t.removeNow, () => act(() => api.removeMember(room.id, username, newKey()))],
    ]);
  }
  const other = role === 'OWNER' ? 'MEMBER' : 'OWNER';
  const text = other === 'OWNER' ? t.makeOwnerConfirm(username) : me ? t.makeMeMemberConfirm : t.makeMemberConfirm(username);
  return question(text, [
    [other === 'OWNER' ? t.makeOwnerNow : t.makeMemberNow, () => act(() => api.changeRole(room.id, username, other, newKey()))],
  ]);
}

const leaveForm = (room, { asking }) =>
  asking?.what === 'leave'
    ? question(t.leaveConfirm, [[t.leave, () => leave(room)]])
    : html`<button class="danger" @click=${() => ask({ what: 'leave' })}>${t.leave}</button>`;

function rename(event, room) {
  event.preventDefault();
  const name = event.target.elements.roomName.value;
  act(() => api.changeRoom(room.id, { name }, newKey()));
}

function print() {
  closeDialog();
  printConversation().catch(chat.handleError);
}

async function leave(room) {
  const dialog = state.dialog;
  leaving.add(room.id);
  const left = await act(() => api.removeMember(room.id, state.me.username, newKey()));
  if (!left) leaving.delete(room.id);
  else if (isOpen(dialog)) closeDialog();
}

async function act(call) {
  const dialog = state.dialog;
  updateDialog({ problem: null, asking: null });
  try {
    await call();
    await chat.resync();
    await refreshMembers();
    return true;
  } catch (e) {
    chat.handleError(e);
    updateDialog({ problem: reason(e) }, dialog);
    return false;
  }
}

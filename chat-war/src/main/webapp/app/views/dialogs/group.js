// A new group: its name and its first members.

import { api, Problem } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { newKey } from '../../store/outbox.js';
import { t } from '../../strings.js';
import { html, nothing } from '../html.js';
import { icons } from '../icons.js';
import { closeDialog, isOpen, updateDialog } from '../modal.js';
import { reason } from '../problem.js';
import { goToRoom } from '../rooms.js';
import { accountPicker } from './account-picker.js';

export function group(dialog) {
  const { chosen = [], problem, busy } = dialog;
  return {
    title: t.newGroup,
    content: html`<form @submit=${(event) => create(event, dialog)}>
      <label for="group-name">${t.groupName}</label>
      <input id="group-name" name="groupName" autofocus required maxlength="40" dir="auto" autocomplete="off">
      ${chosen.length === 0 ? nothing : html`<ul class="chosen" aria-label=${t.chosen}>
        ${chosen.map((name) => html`<li><bdi>${name}</bdi>
          <button type="button" class="icon-button small" aria-label=${t.remove(name)}
            @click=${() => updateDialog({ chosen: chosen.filter((each) => each !== name) })}>${icons.close}</button></li>`)}
      </ul>`}
      ${accountPicker(dialog, { label: t.addMember, exclude: chosen, onChoose: (name) => updateDialog({ chosen: [...chosen, name], problem: null }) })}
      <label class="check"><input type="checkbox" name="listed" checked> ${t.listed}</label>
      <p class="problem" role="alert">${problem ?? nothing}</p>
      <button class="primary" aria-disabled=${busy ? 'true' : 'false'}>${t.create}</button>
    </form>`,
  };
}

async function create(event, dialog) {
  const { chosen = [], key = newKey(), busy } = dialog;
  event.preventDefault();
  const { groupName, listed } = event.target.elements;
  if (busy) return;
  if (chosen.length === 0) return updateDialog({ problem: t.needMember });
  updateDialog({ busy: true, problem: null, key });
  try {
    const room = await api.createGroup({ name: groupName.value, members: chosen, listed: listed.checked }, key);
    await chat.resync();
    if (!isOpen(dialog)) return; // the user does something else by now
    closeDialog();
    goToRoom(room.id);
  } catch (e) {
    chat.handleError(e);
    // A retry needs the same key; a changed group after a refusal needs another one.
    updateDialog({ busy: false, problem: reason(e), key: e instanceof Problem ? undefined : key }, dialog);
  }
}

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
      <label class="check"><input type="checkbox" name="open" @change=${onOpenChange}> ${t.openToAll}</label>
      <p class="hint">${t.openToAllHint}</p>
      <p class="problem" role="alert">${problem ?? nothing}</p>
      <button class="primary" aria-disabled=${busy ? 'true' : 'false'}>${t.create}</button>
    </form>`,
  };
}

/** An open group is listed. */
function onOpenChange({ target: open }) {
  const { listed } = open.form.elements;
  listed.checked ||= open.checked;
  listed.disabled = open.checked;
}

async function create(event, dialog) {
  const { chosen = [], key = newKey(), busy } = dialog;
  event.preventDefault();
  const { groupName, listed, open } = event.target.elements;
  if (busy) return;
  if (chosen.length === 0 && !open.checked) return updateDialog({ problem: t.needMember });
  updateDialog({ busy: true, problem: null, key });
  try {
    const request = { name: groupName.value, members: chosen, listed: listed.checked, open: open.checked };
    const room = await api.createGroup(request, key);
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

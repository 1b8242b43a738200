// A new group: its name and its first members.

import { api, Problem } from '../../wire/api.js';
import { chat } from '../../chat/chat.js';
import { newKey } from '../../store/outbox.js';
import { t } from '../../strings.js';
import { html, nothing } from '../html.js';
import { sentence } from '../login.js';
import { goTo } from '../rooms.js';
import { closeDialog, setDialog } from './dialog.js';
import { finder } from './finder.js';
import { icons } from '../icons.js';

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
            @click=${() => setDialog({ chosen: chosen.filter((each) => each !== name) })}>${icons.close}</button></li>`)}
      </ul>`}
      ${finder(dialog, { label: t.addMember, without: chosen, choose: (name) => setDialog({ chosen: [...chosen, name] }) })}
      <label class="check"><input type="checkbox" name="listed" checked> ${t.listed}</label>
      <p class="problem" role="alert">${problem ?? nothing}</p>
      <button class="primary" ?disabled=${busy}>${t.create}</button>
    </form>`,
  };
}

async function create(event, { chosen = [], key = newKey() }) {
  event.preventDefault();
  const { groupName, listed } = event.target.elements;
  if (chosen.length === 0) return setDialog({ problem: t.needMember });
  setDialog({ busy: true, problem: null, key });
  try {
    const room = await api.createGroup({ name: groupName.value, members: chosen, listed: listed.checked }, key);
    await chat.resync();
    closeDialog();
    goTo(room.id);
  } catch (e) {
    chat.failed(e);
    // The same try again goes under the same key; a changed one must not.
    setDialog({ busy: false, problem: e instanceof Problem ? sentence(e) : t.noAnswer, key: e instanceof Problem ? undefined : key });
  }
}

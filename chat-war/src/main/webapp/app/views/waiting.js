// A message of the outbox in the open room: what has become of it, and what the user can do with it.

import { chat } from '../chat/chat.js';
import { discard, giveUp, isOnHold, takeBack } from '../chat/outgoing.js';
import { setState } from '../state.js';
import { t } from '../strings.js';
import { focusComposer } from './composer.js';
import { html, nothing } from './html.js';
import { icons } from './icons.js';
import { hasTouchKeyboard } from './keyboard.js';

/** An icon with a label. */
export const status = (icon, label, kind) =>
  html`<span class="status ${kind}" title=${label}>${icon}<span class="sr">${label}</span></span>`;

/** Whether nothing more happens to the message unless the user wants it. */
export const isUnsent = ({ state }) => state === 'refused' || state === 'given-up';

/** Why a message is not sent. */
export const unsentReason = (message) => (message.state === 'given-up' ? t.givenUp : t.refused(message.reason));

/** The icon of a message. */
export function waitingStatus(message) {
  if (isUnsent(message)) return status(icons.warning, unsentReason(message), 'is-refused');
  return message.state === 'stored' ? status(icons.check, t.stored, 'is-stored') : status(icons.clock, t.waiting, 'is-waiting');
}

/** What the user can do with a message, below it. */
export function waitingActions(message) {
  if (isUnsent(message)) {
    return html`<div class="refusal">${unsentReason(message)}
      ${action(t.editAgain, () => edit(message))} ${action(t.discard, () => discard(chat, message.n))}</div>`;
  }
  if (message.state === 'waiting' && message.heldUp !== undefined) {
    return html`<div class="held-up">${t.heldUp(message.heldUp)} ${action(t.giveUp, () => giveUp(chat, message.n))}</div>`;
  }
  if (!isOnHold(message)) return nothing;
  return html`<div class="held-up">${t.notSentYet}
    ${action(t.edit, () => edit(message))} ${action(t.delete, () => remove(message))}</div>`;
}

/** The button goes with its message, so the focus goes to the composer. */
const action = (label, act) => html`<button class="link" @click=${() => run(act)}>${label}</button>`;

async function run(act) {
  try {
    await act();
    if (!hasTouchKeyboard()) focusComposer();
  } catch (e) {
    chat.handleError(e);
  }
}

async function edit(message) {
  if (await takeBack(chat, message)) focusComposer();
  else setState({ notice: t.sentMeanwhile });
}

async function remove(message) {
  if (!(await discard(chat, message.n))) setState({ notice: t.sentMeanwhile });
}

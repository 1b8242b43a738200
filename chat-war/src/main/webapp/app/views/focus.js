// The focus of the keyboard. It never falls to the body of the page, where a keyboard starts from the top again and a screen
// reader says nothing.
//
// 1. An element with the attribute autofocus gets the focus when it is first rendered.
// 2. If a rendering removes, moves, disables or hides the focused element, the focus goes to that element again, or to the
//    nearest one around it that can have it, or to the main part of the page.
// 3. When the page starts, or its dialog closes, and nothing has the focus, the main part of the page gets it. Otherwise the
//    body keeps it: the user has clicked beside everything.

import { state } from '../state.js';
import { hasTouchKeyboard } from './keyboard.js';

let chain = []; // the focused element and those around it, before the rendering
let dialog = null;
let phase = null;
const met = new WeakSet(); // elements that had their autofocus

/** To be called before a rendering. */
export function rememberFocus() {
  chain = [];
  for (let e = document.activeElement; e && e !== document.body; e = e.parentElement) chain.push(e);
  dialog = document.querySelector('dialog');
}

/** To be called after a rendering. */
export function keepFocus() {
  const hasStarted = phase !== state.phase;
  phase = state.phase;
  const fresh = [...document.querySelectorAll('[autofocus]')].find((e) => !met.has(e));
  if (fresh) {
    met.add(fresh);
    return fresh.focus();
  }
  if (canFocus(document.activeElement)) return;
  const hasClosed = dialog?.isConnected === false;
  if (chain.length > 0 || hasStarted || hasClosed) (chain.find(canFocus) ?? mainPart())?.focus({ preventScroll: true });
}

const canFocus = (e) =>
  e?.isConnected && e.matches('a[href], button, input, textarea, [tabindex]') && !e.matches(':disabled') && e.checkVisibility();

function mainPart() {
  const content = document.querySelector('dialog[open] .content');
  if (content) return content;
  if (state.phase !== 'in') return hasTouchKeyboard() ? null : emptyField();
  if (!state.view) return document.querySelector('nav.rooms');
  return (!hasTouchKeyboard() && document.querySelector('.composer textarea')) || document.getElementById('conversation');
}

const emptyField = () => [...document.querySelectorAll('.login input')].find((field) => field.value === '');

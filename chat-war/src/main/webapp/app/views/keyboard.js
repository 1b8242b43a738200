// What a press of a key means: a step of an input method, a character, or neither, so that it can be a command.

const isMac = /^(Mac|iP)/.test(navigator.platform);

/**
 * Whether the key belongs to an input method, which composes characters out of several keys. Safari reports the Enter that
 * ends a composition after its end, with the code of such keys (229) as the only sign.
 */
export const isInputMethodKey = (event) => event.isComposing || event.keyCode === 229;

/** Whether the key enters a character although Alt is down: Option does on a Mac, AltGr on other keyboards. */
export function isAltCharacter(event) {
  if (event.getModifierState?.('AltGraph')) return true; // a browser that fills in a field dispatches events without it
  const isOption = isMac && event.altKey && !event.ctrlKey && !event.metaKey;
  return isOption && isCharacter(event.key) && isTextField(event.target);
}

const isCharacter = (key) => key === 'Dead' || [...key].length === 1;

const isTextField = (element) => element instanceof Element && element.matches('input, textarea');

/** The shortcut of the key, such as "ctrl+KeyK"; on a Mac, Ctrl and Option together mean Alt. */
export function chordOf(event) {
  const ctrl = (event.ctrlKey || event.metaKey) && !(isMac && event.ctrlKey && event.altKey);
  return (ctrl ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '') + keyName(event);
}

/** The letter on the key if it has one (layouts differ), otherwise its position (on some systems Alt changes letters). */
function keyName({ key, code, shiftKey }) {
  if (key === '/') return 'Slash';
  if (shiftKey) return 'Shift';
  return /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code;
}

/** A shortcut of t.keys by the names that are on this keyboard. */
export const nameOnKeyboard = (keys) =>
  isMac ? keys.replace(/Alt (?=[A-Z]$)/, 'Ctrl Option ').replaceAll('Alt', 'Option') : keys;

/** Whether the keyboard is on the screen, which has no Shift Enter. (Not `hover: none`: without a mouse nothing has hover.) */
export const hasTouchKeyboard = () => matchMedia('(pointer: coarse)').matches;

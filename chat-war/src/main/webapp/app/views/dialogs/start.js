// "New conversation": everybody on this server and the open groups, narrowed by what is typed. Choosing an account opens the direct
// room with it; choosing a group joins it.
//
// 1. What is shown always fits the text in the field: results of an earlier text are filtered by it until its own come, and
//    a response to an earlier request is dropped.

import { api } from '../../wire/api.js';
import { fold } from '../../names.js';
import { state } from '../../state.js';
import { t } from '../../strings.js';
import { debounce } from '../../timing.js';
import { html, nothing } from '../html.js';
import { icons } from '../icons.js';
import { openDialog, updateDialog } from '../modal.js';
import { enterDirectRoom, enterOpenGroup, showError } from './entering.js';
import { accountButton, groupButton, matches, moveFocus, section, TYPING_PAUSE } from './results.js';

/** Few of each kind at first, so that the groups are in sight; more on request. */
const FIRST_PAGE = 12;
const NEXT_PAGE = 100;

export function start(dialog) {
  if (!dialog.request) dialog.request = find('');
  const { text = '', busy, problem } = dialog;
  const people = (dialog.people ?? []).filter((name) => name !== state.me.username && matches(name, text));
  const groups = (dialog.groups ?? []).filter((group) => matches(group.name, text));
  const isLoaded = dialog.people && !busy && !problem;
  return {
    title: t.newDirect,
    content: html`<form role="search" @submit=${onSubmit} @keydown=${moveFocus}>
      <label for="start">${t.startLabel}</label>
      <input id="start" type="search" autofocus autocomplete="off" dir="auto" maxlength="40"
        @input=${(event) => onInput(event.target.value.trim())}>
      <p class="problem" role="alert">${problem ?? nothing}</p>
      ${section(t.people, people.map((name) => accountButton(name, () => enterDirectRoom(name, whileCurrent(dialog.request)))))}
      ${dialog.morePeople ? more(t.morePeople, () => loadMore({ people: true })) : nothing}
      ${section(t.openGroups, groups.map((group) => groupButton(group, () => enterOpenGroup(group, whileCurrent(dialog.request)))))}
      ${dialog.moreGroups ? more(t.moreGroups, () => loadMore({ groups: true })) : nothing}
      <p role="status">${isLoaded && people.length + groups.length === 0 ? nothingFound(text) : nothing}</p>
    </form>
    <button class="wide" @click=${() => openDialog('group')}>${icons.group} ${t.newGroup}</button>`,
  };
}

const nothingFound = (text) => (text === '' ? t.nobodyYet : t.nothingFound);

const more = (label, onClick) => html`<button type="button" class="result more" @click=${onClick}>${label}</button>`;

function onInput(text) {
  const request = {};
  updateDialog({ text, request, busy: true, problem: null, morePeople: null, moreGroups: null });
  findSoon(text, request);
}

/** Starts the first search of a dialog, and returns what identifies it. */
function find(text) {
  const request = {};
  load(text, request);
  return request;
}

const findSoon = debounce((text, request) => load(text, request), TYPING_PAUSE);

const isCurrent = (request) => state.dialog?.request === request;

const whileCurrent = (request) => () => isCurrent(request);

async function load(text, request) {
  try {
    const match = `*${text}*`;
    const [accounts, open] = await Promise.all([
      api.searchAccounts(match, FIRST_PAGE),
      api.openGroups(match, FIRST_PAGE),
    ]);
    if (!isCurrent(request)) return;
    updateDialog({
      busy: false,
      people: accounts.accounts.map((account) => account.username),
      morePeople: accounts.nextPage,
      groups: open.rooms,
      moreGroups: open.nextPage,
    });
  } catch (e) {
    showError(e, whileCurrent(request));
  }
}

/** Loads the next page of the people or of the groups. */
async function loadMore(which) {
  const { text = '', request, people, groups, morePeople, moreGroups } = state.dialog;
  const match = `*${text}*`;
  try {
    const found = which.people
      ? await api.searchAccounts(match, NEXT_PAGE, morePeople)
      : await api.openGroups(match, NEXT_PAGE, moreGroups);
    if (!isCurrent(request)) return;
    updateDialog(
      which.people
        ? { people: [...people, ...found.accounts.map((account) => account.username)], morePeople: found.nextPage }
        : { groups: [...groups, ...found.rooms], moreGroups: found.nextPage },
    );
  } catch (e) {
    showError(e, whileCurrent(request));
  }
}

/** Enter takes the only result, or the one with exactly this name; among several the user chooses. */
function onSubmit(event) {
  event.preventDefault();
  const { text = '', busy } = state.dialog;
  const results = [...event.target.querySelectorAll('button.result:not(.more)')];
  const named = results.filter((button) => fold(button.dataset.name) === fold(text));
  const fitting = named.length > 0 ? named : results;
  if (text !== '' && fitting.length === 1 && (named.length > 0 || !busy)) fitting[0].click();
  else fitting[0]?.focus();
}

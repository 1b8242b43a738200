// Finds the links in a text.
//
// 1. Only http and https URLs are links. A link ends at white space, at a quotation mark or an angle bracket, at punctuation of
//    East Asian width, and at a letter of a script that is written without spaces: what follows is the sentence around it.
//    Such a letter is part of a host name if a whole label consists of them (https://例え.jp).
// 2. Punctuation at the end belongs to the sentence; so does a closing bracket whose opening one is not in the link.

import { html } from './html.js';

const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
const NO_URL = `\\s<>"'\`“”„‟«»‹›\\u3000-\\u303f\\uff00-\\uffef${UNSPACED}`;
const LINK = new RegExp(`https?://(?:(?:[a-z0-9-]+|[${UNSPACED}]+)\\.)*[^${NO_URL}]+`, 'giu');
const TRAILING_PUNCTUATION = /[.,;:!?…’‘]$/u;
const OPENING = { ')': '(', ']': '[', '}': '{' };

/** Splits a text into strings and anchors. */
export function linkify(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = trim(match[0]);
    if (!isUrl(link)) continue;
    parts.push(text.slice(from, match.index));
    parts.push(html`<a href=${link} target="_blank" rel="noopener noreferrer">${link}</a>`);
    from = match.index + link.length;
  }
  return [...parts, text.slice(from)];
}

/** A link without what belongs to the sentence around it. */
function trim(link) {
  let end = link.length;
  while (TRAILING_PUNCTUATION.test(link.slice(0, end)) || hasUnopenedBracket(link.slice(0, end))) end--;
  return link.slice(0, end);
}

function hasUnopenedBracket(link) {
  const closing = link[link.length - 1];
  const count = (character) => link.split(character).length;
  return closing in OPENING && count(closing) > count(OPENING[closing]);
}

function isUrl(link) {
  try {
    return Boolean(new URL(link));
  } catch {
    return false;
  }
}

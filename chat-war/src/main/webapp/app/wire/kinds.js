// The kinds of entry, each declared once (protocol, Messages). A test compares this list with the server's own.
//
// 1. Nothing else compares kinds: what an entry means is asked here, how it reads is in views/format.js.
// 2. A kind that is not here is of a later version: it is kept and shown as such, and may have changed the members.

// unread: counts as unread for all members but its sender. changesMembers: the list of members, or a role in it, may differ
// after it. hasTarget: refers to another entry by its seq in `target`.
const kinds = {
  text: { unread: true },
  created: { changesMembers: true },
  joined: { changesMembers: true },
  left: { changesMembers: true },
  removed: { changesMembers: true },
  renamed: {},
  role: { changesMembers: true },
};

const unknown = { changesMembers: true };

const of = (entry) => (Object.hasOwn(kinds, entry.kind) ? kinds[entry.kind] : unknown);

export const countsAsUnread = (entry) => Boolean(of(entry).unread);

export const changesMembers = (entry) => Boolean(of(entry).changesMembers);

/** Whether it is a message, and not something that happened. */
export const isText = (entry) => entry.kind === 'text';

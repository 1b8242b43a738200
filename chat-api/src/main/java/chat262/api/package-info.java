/**
 * The wire contract of 262chat, API version 1: what a client sends and what a server answers, as records, the
 * table of problems, and how a client names what it sends. Both sides are compiled against it; {@code docs/protocol.md}
 * says what each thing means.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A component of a record is a JSON field of the same name; a trailing underscore is not part of the field's
 *       name (Java has taken {@code new}).
 *   <li>A component that may be absent is a reference and says so; all others are always there.
 *   <li>Unknown fields are ignored by both sides, so a field can be added; none is ever renamed or reused.
 *   <li>A kind of entry is declared once: a constant of {@link chat262.api.MessageKind} and a record of {@link
 *       chat262.api.Content}. Entries of a kind that a version doesn't know are {@code Content.Unknown}, and nothing of
 *       them gets lost.
 *   <li>Names are compared in one form, {@link chat262.api.NameFolding}; the page has the same in {@code names.js}, and one
 *       table of cases tests both.
 * </ol>
 *
 * <p>Not its business: checking values (the server's request reader does), and how JSON is written.
 */
package chat262.api;

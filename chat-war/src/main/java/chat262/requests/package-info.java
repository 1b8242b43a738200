/**
 * How a request is read and validated before a feature gets it: its body, its key and its parameters.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A body is at most 64 KiB, strict UTF-8 and one JSON object; unknown fields are ignored.
 *   <li>A required value that is missing, null, of the wrong type, fractional or out of range is {@code invalid}, never
 *       silently 0. The constraints beyond its type are in {@code META-INF/request-rules.xml}.
 *   <li>An {@code Idempotency-Key} is one UUID as 8-4-4-4-12 hex digits, compared in lower case.
 *   <li>{@code limit} is 1 to 500 and 100 by default; a page token is opaque.
 * </ol>
 *
 * <p>Not its business: who the caller is ({@code accounts}) and what they may see ({@code rooms}).
 */
package chat262.requests;

/**
 * The wire contract of failures (RFC 9457): the table of problem types, and the record of one problem. The rules are those of
 * {@link chat262.api}.
 *
 * <p>Not its business: which request fails, and the words of the detail.
 */
package chat262.api.problems;

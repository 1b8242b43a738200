/**
 * Every way in which a call can fail, as RFC 9457 problems.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every answer of 400 and above has a body {@code application/problem+json}, the container's own included.
 *   <li>Each failure has one sentence, in {@link chat262.problems.Problems}, and is translated at one edge, the mappers.
 *   <li>A fault of ours is logged once, with the incident id that the answer names; no answer tells more of it.
 *   <li>A problem rolls back the transaction that it is thrown in.
 * </ol>
 *
 * <p>Not its business: deciding when something is a problem (the features do).
 */
package chat262.problems;

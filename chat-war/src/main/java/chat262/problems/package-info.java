/**
 * All failures of calls, as problems of RFC 9457.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every response of status 400 and above is {@code application/problem+json}, also the container's own. Only
 *       where a browser has opened a wrong address outside the API, it is an HTML page with a way back.
 *   <li>Each failure has one sentence, in {@link chat262.problems.Problems}, and becomes a response in one place, the mappers.
 *   <li>A bug is logged once, with the incident id that the response contains; no response tells more of it.
 *   <li>A problem rolls back the transaction in which it is thrown.
 * </ol>
 *
 * <p>Not its business: deciding what is a problem (the features do).
 */
package chat262.problems;

/**
 * The server's HTTP: what holds for any request, whatever it asks for.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A request is sent byte by byte where an HTTP client would not send it.
 *   <li>Every answer of 400 and above is a complete problem ({@link chat262.it.contract.Refusals}).
 * </ol>
 *
 * <p>Not its business: what the calls do ({@code contract}).
 */
package chat262.it.http;

/**
 * What clients do while a server is measured: HTTP connections, sockets on the live stream, and the loops that keep them busy.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>One thread sends prepared bytes and at most two more read what comes back, since the load shares the machine with the
 *       server. No text is made of what is read.
 *   <li>An answer that is not the expected one, a refused message and a closed connection end the run.
 *   <li>At a fixed rate, the time of a call begins when it was due, whether or not it could go out then (no coordinated
 *       omission).
 * </ol>
 *
 * <p>Not its business: what the server has used meanwhile ({@code measure}), and which loads are compared.
 */
package chat262.it.bench.load;

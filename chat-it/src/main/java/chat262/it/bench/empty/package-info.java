/** A web application with one call that does nothing: what any call costs on this server. Only the benchmark deploys it. */
package chat262.it.bench.empty;

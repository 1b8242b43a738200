package chat262.connector;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Puts our {@link Codec} in the place of Payara's. Payara asks, for each listener, for the add-on called "comet", a way of
 * pushing that nobody uses any more; ours has that name and a higher rank. It is the one place where Payara lets another
 * change a listener's filters before the listener opens.
 */
public final class Edge implements AddOn {
    /** Made by Payara. */
    public Edge() {}

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder filters) {
        int codec = filters.indexOfType(HttpServerFilter.class);
        filters.set(codec, new Codec((HttpServerFilter) filters.get(codec)));
    }
}

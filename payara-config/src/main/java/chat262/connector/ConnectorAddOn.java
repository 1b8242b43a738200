package chat262.connector;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Replaces Payara's HTTP filter by our {@link StrictHttpFilter}. Payara asks, for each listener, for the add-on called "comet",
 * a push technique that is no longer used; ours has that name and a higher rank. It is the only place where Payara lets other
 * code change a listener's filters before the listener opens.
 */
public final class ConnectorAddOn implements AddOn {
    /** Called by Payara. */
    public ConnectorAddOn() {}

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder filters) {
        int http = filters.indexOfType(HttpServerFilter.class);
        filters.set(http, new StrictHttpFilter((HttpServerFilter) filters.get(http)));
    }
}

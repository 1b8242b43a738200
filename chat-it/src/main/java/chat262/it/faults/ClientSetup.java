package chat262.it.faults;

import chat262.it.faults.client.Device;
import java.time.Duration;
import java.util.Map;

/**
 * How a client is started.
 *
 * @param streamWait how long a sender waits for an answer on the stream; zero if it doesn't use the stream
 * @param environment variables for its process
 */
record ClientSetup(Duration streamWait, Map<String, String> environment) {
    /** As long as for an answer to a call: the protocol's 15 s would make most of a run a wait. */
    private static final Duration STREAM_WAIT = Device.SHORT_TIMEOUT;

    /** Nothing special. */
    static final ClientSetup USUAL = new ClientSetup(STREAM_WAIT, Map.of());

    ClientSetup withAgent(AgentFolder agent) {
        return new ClientSetup(streamWait, agent.environment());
    }

    ClientSetup withoutStream() {
        return new ClientSetup(Duration.ZERO, environment);
    }
}

package chat262.it.faults;

import chat262.it.process.ServerProcess;
import chat262.it.process.nodes.Cluster;
import chat262.it.process.nodes.Node;
import chat262.it.proxy.Proxy;
import chat262.it.proxy.RequestGate;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a workload runs on.
 *
 * @param url where clients find it
 * @param endOfLog what the servers have logged last
 * @param innerGates what requests pass through behind that address
 */
record Deployment(URI url, Supplier<String> endOfLog, List<RequestGate> innerGates) {

    static Deployment of(ServerProcess server) {
        return new Deployment(server.url(), server::endOfLog, List.of());
    }

    static Deployment of(Cluster cluster) {
        List<RequestGate> gates =
                cluster.nodes().stream().map(Node::entrance).map(Proxy::gate).toList();
        return new Deployment(cluster.url(), cluster::endOfLogs, gates);
    }

    /** What requests pass through, from the outside to the inside, if there is a gate in front of it all. */
    List<RequestGate> gates(RequestGate outer) {
        return Stream.concat(Stream.of(outer), innerGates.stream()).toList();
    }
}

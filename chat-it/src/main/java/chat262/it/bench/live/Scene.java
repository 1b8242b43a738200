package chat262.it.bench.live;

import chat262.it.bench.Options;
import chat262.it.bench.load.Call;
import chat262.it.bench.load.Connections;
import chat262.it.bench.load.Lines;
import chat262.it.bench.load.Template;
import chat262.it.bench.measure.Alternation;
import chat262.it.bench.measure.Load;
import chat262.it.bench.measure.WarmUp;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A running server, and what all parts do with it. */
record Scene(ServerProcess server, Options options) {
    /** What messages say: 100 bytes. */
    static final String TEXT = Template.text(100);

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.port());
    }

    long pid() {
        return server.pid();
    }

    /** New people with a common first part of their names. */
    List<Person> people(String name, int count) {
        Api api = Api.of(server.url());
        return IntStream.range(0, count)
                .mapToObj(i -> Person.join(api, name + i))
                .toList();
    }

    Alternation alternation() {
        return new Alternation(options.number("--turns"), options.seconds("--seconds"), options.number("--threads"));
    }

    void warmUp(String what, Load load) throws IOException, InterruptedException {
        new WarmUp(options.seconds("--warm-up"), pid()).run(what, load);
    }

    /** A load that opens HTTP connections each time it runs: the server closes those that are idle for half a minute. */
    Load over(List<Call> calls, Function<Lines, Load> load) {
        return time -> {
            try (Connections connections = new Connections(address(), calls)) {
                return load.apply(connections.lines()).run(time);
            }
        };
    }
}

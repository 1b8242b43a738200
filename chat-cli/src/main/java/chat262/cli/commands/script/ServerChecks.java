package chat262.cli.commands.script;

import chat262.cli.client.Client;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.Pulse;
import chat262.cli.server.RequestRejected;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether the server answers, and what the connection to it is like. */
final class ServerChecks {
    private static final long WARNING_DAYS = 14;
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    private final Client client;
    private final Findings findings;

    ServerChecks(Client client, Findings findings) {
        this.client = client;
        this.findings = findings;
    }

    /** What can be checked without a login. */
    void withoutLogin() throws IOException {
        try (ChatServer server = client.anonymous()) {
            try {
                server.pulse();
            } catch (RequestRejected e) {
                if (!e.isLogin()) {
                    throw e;
                }
            }
            findings.well("the server answers");
            connection(server);
        } catch (NoAnswer | RequestRejected e) {
            findings.wrong(ExitCode.sentence(e, client.url().toString()), ExitCode.of(e));
        }
    }

    /** All that is known once the server knows the caller. */
    Pulse withLogin(ChatServer server) throws IOException {
        Pulse pulse = server.pulse();
        findings.well("the server answers, and knows this login");
        connection(server);
        clock(pulse.time());
        return pulse;
    }

    private void connection(ChatServer server) throws IOException {
        Optional<Instant> end = server.certificateEnd();
        if (end.isPresent()) {
            long days = Duration.between(Instant.now(), end.get()).toDays();
            if (days < WARNING_DAYS) {
                findings.wrong(
                        "the server's certificate ends in " + days + " days: its operator has to renew it",
                        ExitCode.TROUBLE);
            } else {
                findings.well("the connection is encrypted; the certificate is good for " + days + " days");
            }
        } else if (LOCAL.contains(client.url().getHost())) {
            findings.well("the connection is not encrypted, and does not leave this machine");
        } else {
            findings.wrong(
                    "the connection is not encrypted: everybody on the way can read along; use https",
                    ExitCode.TROUBLE);
        }
    }

    private void clock(Instant server) throws IOException {
        if (server == null) {
            findings.note("the answer holds no time, so the clocks can't be compared");
            return;
        }
        Duration apart = Duration.between(server, Instant.now());
        if (apart.abs().compareTo(MAX_CLOCK_DIFFERENCE) > 0) {
            findings.wrong(
                    "this clock is " + apart.abs().toSeconds() + " s " + (apart.isNegative() ? "behind" : "ahead of")
                            + " the server's: times will look odd, the order of messages doesn't depend on them",
                    ExitCode.TROUBLE);
        } else {
            findings.well("the clocks agree");
        }
    }
}

package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits to be sent can be changed and given up, as long as the server can't have it. */
class TakeBackIT extends ConsoleTest {
    @Test
    void whatWasNeverAttemptedIsChangedOrGivenUp() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.disconnect();
            for (String text : List.of("one", "two", "three", "four")) {
                alice.runBy(proxy, "", "send", "@" + bob.name(), text);
            }
            assertThat(alice.runBy(proxy, "", "outbox").lines())
                    .containsExactly(
                            "1  @" + bob.name() + "  one  (waits)",
                            "2  @" + bob.name() + "  two  (waits)",
                            "3  @" + bob.name() + "  three  (waits)",
                            "4  @" + bob.name() + "  four  (waits)");
            assertThat(alice.runBy(proxy, "", "edit", "2", "another", "-h").exitCode())
                    .isZero();
            assertThat(alice.runBy(proxy, "", "outbox", "--drop", "3").notices())
                    .containsExactly("-- given up: @" + bob.name() + "  three");
            assertThat(alice.runBy(proxy, "", "drop").notices())
                    .containsExactly("-- given up: @" + bob.name() + "  four");
            assertThat(alice.runBy(proxy, "", "drop", "4").exitCode()).isEqualTo(2);
            proxy.reconnect();
            assertThat(alice.runBy(proxy, "", "rooms").notices())
                    .singleElement()
                    .asString()
                    .startsWith("-- 2 of 2");
        }
        assertThat(alice.log(bob.name())).containsExactly("one", "another -h");
    }

    @Test
    void whatAProxyAlwaysRefusesIsToldAndGivenUpOnlyOnDemand() {
        try (Proxy proxy = ConsoleServer.proxy();
                ConsoleProcess console = alice.consoleBy(proxy)) {
            ConsoleUser.chat(console, bob.name());
            proxy.inject((method, path) ->
                    method.equals("POST") && path.endsWith("/messages") ? Fault.FORBIDDEN : Fault.NONE);
            console.type("bad words");
            console.awaitNotice("-- kept until .*something between you and the server answers 403 in its place.*");
            console.type("behind it");
            console.type("/drop 1");
            console.awaitNotice(
                    "! not given up: sending it was begun, so the server may have stored it; .*: bad words");
            console.type("/outbox");
            console.awaitLine("1 {2}.* bad words {2}\\(waits; the server may have it\\)");
            console.type("/drop 1 --even-if-sent");
            console.awaitNotice("-- given up: .*bad words \\(it may have been stored.*");
            proxy.heal();
            console.awaitLine(".*you: behind it");
        }
        assertThat(alice.log(bob.name())).containsExactly("behind it");
    }
}

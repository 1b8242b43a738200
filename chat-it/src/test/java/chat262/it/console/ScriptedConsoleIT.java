package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A console whose input is a script. */
class ScriptedConsoleIT extends ConsoleTest {
    @Test
    void theTextForAChatThatCouldNotBeOpenedGoesNowhere() {
        ConsoleProcess.Result script = alice.run(
                "chat " + bob.name() + "\nbefore\n/chat nobody-there\nlogout\n:q\nchat " + bob.name() + "\nafter\n");
        assertThat(script.exitCode()).as("%s", script).isEqualTo(4);
        assertThat(script.notices()).contains("! not sent, as its chat could not be opened: logout");
        assertThat(alice.log(bob.name())).containsExactly("before", "after");
        assertThat(alice.run("", "rooms").exitCode()).as("still logged in").isZero();
        ConsoleProcess.Result first = alice.run("chat nobody-there\nlogout\n");
        assertThat(first.exitCode()).as("%s", first).isEqualTo(4);
        assertThat(alice.run("", "rooms").exitCode()).isZero();
    }

    @Test
    void theEndOfTheInputWaitsAsLongAsMessagesGetThrough() {
        List<String> texts = texts(1, 30);
        AtomicInteger sends = new AtomicInteger();
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.inject((method, path) -> {
                if (method.equals("POST") && path.endsWith("/messages")) {
                    sends.incrementAndGet();
                    Thread.sleep(400); // all of them together take longer than it waits without any progress
                }
                return Fault.NONE;
            });
            ConsoleProcess.Result script =
                    alice.runBy(proxy, "chat " + bob.name() + "\n" + String.join("\n", texts) + "\n");
            assertThat(script.exitCode()).as("%s", script).isZero();
        }
        assertThat(alice.log(bob.name())).isEqualTo(texts);
        assertThat(sends.get()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void whatIsLeftIsToldWithTheReason() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.inject((method, path) ->
                    method.equals("POST") && path.endsWith("/messages") ? Fault.FORBIDDEN : Fault.NONE);
            ConsoleProcess.Result script = alice.runBy(proxy, "chat " + bob.name() + "\none\ntwo\n");
            assertThat(script.exitCode()).as("%s", script).isEqualTo(6);
            assertThat(script.notices())
                    .last()
                    .asString()
                    .startsWith("2 messages are kept on disk")
                    .contains("answers 403");
        }
    }
}

package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Live;
import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.Documentation;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.Nginx;
import chat262.it.proxy.TestCertificate;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL behind a real nginx with the configuration of {@code docs/operations.md}. */
class TwoNodesIT extends PageTest {
    @TempDir
    static Path folder;

    private static PostgresProcess postgres;
    private static ServerProcess one;
    private static ServerProcess two;
    private static Nginx nginx;
    private static URI address;
    private static Api anonymous;

    @BeforeAll
    static void startAll() throws Exception {
        Assumptions.assumeTrue(Nginx.isInstalled(), "no nginx is installed, so two nodes are not checked behind one");
        postgres = PostgresProcess.start(folder.resolve("postgresql"));
        CompletableFuture<ServerProcess> first = CompletableFuture.supplyAsync(() -> node("one"));
        two = node("two");
        one = first.join();
        Path keys = folder.resolve("keys");
        TestCertificate.make(keys, 5);
        TestCertificate.writePem(keys, folder.resolve("chat.crt"), folder.resolve("chat.key"));
        int port = ServerProcess.freePort();
        nginx = Nginx.start(folder, servers(port, ServerProcess.freePort()), port);
        address = URI.create("https://127.0.0.1:" + port + "/");
        anonymous = Api.of(address, TestCertificate.trusting(keys));
    }

    private static ServerProcess node(String name) {
        return ServerProcess.start(
                folder.resolve(name), Map.of("CHAT_DB", postgres.url(), "CHAT_PASSWORD_ITERATIONS", "1024"));
    }

    /** What is documented for the machines of both nodes, with the addresses and files of this test. */
    private static String servers(int port, int portOfSecond) {
        String second = "127.0.0.1:" + portOfSecond;
        String inFront = Documentation.operations("nginx")
                .get(2)
                .replace("listen 443", "listen 127.0.0.1:" + port)
                .replace("/etc/ssl/chat.example", folder.resolve("chat").toString())
                .replace("127.0.0.1:8080", one.url().getAuthority())
                .replace("10.0.0.12:8081", second);
        String behind = Documentation.operations("nginx")
                .get(3)
                .replace("10.0.0.12:8081", second)
                .replace("10.0.0.11", "127.0.0.1")
                .replace("127.0.0.1:8080", two.url().getAuthority());
        return inFront + behind;
    }

    @AfterAll
    static void stopAll() {
        for (AutoCloseable each : new AutoCloseable[] {nginx, one, two, postgres}) {
            close(each);
        }
    }

    private static void close(AutoCloseable started) {
        try {
            if (started != null) {
                started.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same session at one of the nodes, without the proxy. */
    private static LiveClient connected(Person person, ServerProcess node) {
        return LiveClient.of(Person.of(Api.of(node.url()), person.session()));
    }

    private static void awaitText(LiveClient client, String text) {
        client.await(
                "message", (JsonObject frame) -> frame.getString("body", "").equals(text));
    }

    /** nginx leaves out for ten seconds what did not answer. */
    private static void awaitAnswerOf(ServerProcess node) {
        int before = nginx.answers().size();
        String answer = node.url().getAuthority() + " 201";
        Await.until(
                "nginx asks the node again",
                () -> nginx.answers().stream().skip(before).anyMatch(answer::equals));
    }

    @Test
    void aPageGoesOnWhicheverNodeStopsAndNoCallFails() throws InterruptedException {
        BrowserUser ann = somebodyAt(address, "ann").signUp();
        Person bob = Person.join(anonymous, name("bob"));
        ann.tab().openDirect(bob.name());
        Calls calls = new Calls(Person.join(anonymous, name("carl")), bob.name());
        Thread caller = new Thread(calls);
        caller.start();

        try (LiveClient atOne = connected(bob, one);
                LiveClient atTwo = connected(bob, two)) {
            ann.tab().say("both run");
            awaitText(atOne, "both run");
            awaitText(atTwo, "both run");

            one.stop();
            assertThat(atOne.awaitClose()).isEqualTo(Live.RESTART);
            assertThat(anonymous.ready().status()).isEqualTo(200);
            ann.tab().say("the first one is gone");
            awaitText(atTwo, "the first one is gone");
            one.start();
            awaitAnswerOf(one);
        }
        try (LiveClient atOne = connected(bob, one)) {
            two.stop();
            assertThat(anonymous.ready().status()).isEqualTo(200);
            ann.tab().say("the second one is gone");
            awaitText(atOne, "the second one is gone");
            bob.say(bob.direct(ann.name()), "and the first one is back");
            two.start();
        }
        ann.tab()
                .awaitSaid(List.of(
                        "both run", "the first one is gone", "the second one is gone", "and the first one is back"));
        ann.tab().awaitAllStored();
        calls.end();
        caller.join();
        calls.assertAllStoredOnce();
    }

    /** Sends of one person, one after the other, without ever sending one again. */
    private static final class Calls implements Runnable {
        private final Person sender;
        private final long room;
        private volatile boolean ended;
        private volatile int sent;
        private volatile String failure = "";

        Calls(Person sender, String peer) {
            this.sender = sender;
            this.room = sender.direct(peer);
        }

        @Override
        public void run() {
            while (!ended && failure.isEmpty()) {
                Answer answer = sender.send(room, "call " + sent);
                if (answer.status() == 201 || answer.status() == 200) {
                    sent = sent + 1;
                } else {
                    failure = answer.toString();
                }
            }
        }

        void end() {
            int before = sent;
            Await.until("another call is answered", () -> sent > before || !failure.isEmpty());
            ended = true;
        }

        void assertAllStoredOnce() {
            assertThat(failure).isEmpty();
            assertThat(sender.log(room))
                    .extracting((JsonObject entry) -> entry.getString("body"))
                    .hasSize(sent)
                    .doesNotHaveDuplicates();
        }
    }
}

package chat262.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes are upgraded one after the other, while clients go on sending. */
class RollingUpgradeIT {
    @TempDir
    Path folder;

    @Test
    void thisVersionAndTheNextServeOneDatabaseTogetherAndNoMessageIsLostOrDoubled() throws IOException {
        Path next = NextServer.jarIn(folder);
        try (PostgresProcess database = PostgresProcess.start(folder.resolve("postgresql"))) {
            Map<String, String> settings = Map.of("CHAT_DB", database.url(), "CHAT_PASSWORD_ITERATIONS", "1024");
            ServerProcess first = ServerProcess.start(folder.resolve("first"), settings);
            ServerProcess second = ServerProcess.start(folder.resolve("second"), settings);
            Person anna = Person.join(Api.of(first.url()), "anna");
            Person ben = Person.join(Api.of(second.url()), "ben");
            long room = anna.direct(ben);
            Load load = new Load(room, anna, Person.of(Api.of(second.url()), anna.session()));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(load);

            second.stop();
            try (ServerProcess upgraded = ServerProcess.startJar(next, folder.resolve("second"), settings)) {
                load.use(anna, Person.of(Api.of(upgraded.url()), anna.session()));
                load.awaitMore();
                first.stop();
                load.awaitMore();
                first.start(); // this version on the schema of the next: an upgrade can be taken back
                load.awaitMore();
                load.stop();
                sending.join();
                assertThat(Person.of(Api.of(upgraded.url()), ben.session()).log(room))
                        .extracting(message -> message.getString("body"))
                        .isEqualTo(load.sent());
            } finally {
                load.stop();
                first.close();
                second.close();
            }
        }
    }

    /** Sends one message after the other, each until it is stored, at whichever node answers. */
    private static final class Load implements Runnable {
        private final long room;
        private final List<String> sent = new ArrayList<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile List<Person> nodes;

        Load(long room, Person... nodes) {
            this.room = room;
            this.nodes = List.of(nodes);
        }

        void use(Person... others) {
            nodes = List.of(others);
        }

        void stop() {
            stopped.set(true);
        }

        synchronized List<String> sent() {
            return List.copyOf(sent);
        }

        void awaitMore() {
            int before = sent().size();
            Await.until("messages get through", () -> sent().size() >= before + 20);
        }

        @Override
        public void run() {
            for (int i = 0; !stopped.get(); i++) {
                String body = "message " + i;
                String key = Person.newKey();
                int tries = i;
                while (!isStored(nodes.get(tries % nodes.size()), body, key)) {
                    tries++;
                }
                synchronized (this) {
                    sent.add(body);
                }
            }
        }

        private boolean isStored(Person node, String body, String key) {
            try {
                Answer answer = node.send(room, body, key);
                assertThat(answer.status()).isIn(200, 201, 503);
                return answer.status() != 503;
            } catch (RuntimeException e) {
                return false; // nothing listens there, or the connection has ended in between
            }
        }
    }
}

package chat262.it.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.database.CommitMoment;
import chat262.it.proxy.database.DatabaseProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlIT {
    /** {@code payara-config/postgresql/connection.properties} says 8 s. */
    private static final Duration LONGER_THAN_TRANSACTIONS_MAY_BE_IDLE = Duration.ofSeconds(10);

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatAnswersBeforeItsDiskHasTheDataIsRefused() {
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgresql"))) {
            postgres.execute("ALTER DATABASE postgres SET synchronous_commit = off");

            assertThatThrownBy(() -> start(postgres.url()))
                    .hasMessageContaining("262chat: PostgreSQL has synchronous_commit = off, which loses messages");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedAtOnce() {
        int port = ServerProcess.freePort();

        assertThatThrownBy(() -> start("postgresql://chat:secret@127.0.0.1:" + port + "/chat"))
                .hasMessageContaining("262chat: can't reach PostgreSQL at 127.0.0.1 port " + port)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void anAddressThatMakesNoSenseIsRefusedWithoutRepeatingThePasswordInIt() {
        assertThatThrownBy(() -> start("postgresql://chat:se#cret@127.0.0.1/chat"))
                .hasMessageContaining("CHAT_DB: the value is neither \"derby\" nor a URL such as postgresql://")
                .message()
                .doesNotContain("se#cret");
    }

    @Test
    void noFileOfTheServerHoldsThePassword() throws IOException {
        String password = "correct-horse-battery-staple";
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgresql"));
                ServerProcess server = start(postgres.url().replace("postgres@", "postgres:" + password + "@"))) {
            assertThat(server.isAlive()).isTrue();
            assertThat(filesWith(password)).isEmpty();
        }
    }

    @Test
    void ofNodesThatStartAtOnceAfterARestoreOneRenewsTheEpoch() {
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgresql"))) {
            Person anna;
            try (ServerProcess server = start(postgres.url())) {
                anna = Person.join(Api.of(server.url()), "anna");
            }
            List<CompletableFuture<ServerProcess>> starts = Stream.of("one", "other")
                    .map(node -> CompletableFuture.supplyAsync(() -> startRestored(node, postgres.url())))
                    .toList();
            try (ServerProcess one = starts.get(0).join();
                    ServerProcess other = starts.get(1).join()) {
                assertThat(Api.of(one.url()).as(anna.token()).get("/rooms").slug())
                        .contains("not-logged-in");
                Person again = Person.logIn(Api.of(one.url()), "anna");
                assertThat(again.epoch()).isNotEqualTo(anna.epoch());
                Answer onTheOther = Api.of(other.url()).as(again.token()).get("/rooms");
                assertThat(onTheOther.status()).isEqualTo(200);
                assertThat(onTheOther.text("epoch")).isEqualTo(again.epoch());
            }
        }
    }

    /** As on a machine that is so busy that Liquibase stands still within a transaction. */
    @Test
    void aStartThatIsHeldUpInItsFirstMigrationForLongerThanATransactionMayBeIdleGoesOn() throws InterruptedException {
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgresql"));
                DatabaseProxy proxy = DatabaseProxy.of(postgres.port(), 0)) {
            CompletableFuture<ServerProcess> start =
                    CompletableFuture.supplyAsync(() -> start(postgres.url(proxy.port())));
            boolean wasHeldUp = proxy.atNextCommit(
                    CommitMoment.ASKED_FOR, true, START_TIMEOUT, () -> pause(LONGER_THAN_TRANSACTIONS_MAY_BE_IDLE));
            try (ServerProcess server = start.join()) {
                assertThat(wasHeldUp).isTrue();
                assertThat(server.isAlive()).isTrue();
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServerProcess startRestored(String node, String database) {
        return ServerProcess.start(folder.resolve(node), Map.of("CHAT_DB", database, "CHAT_RESTORED", "2026-11-26"));
    }

    private ServerProcess start(String database) {
        return ServerProcess.start(folder.resolve("data"), Map.of("CHAT_DB", database));
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contentOf(file).contains(text))
                    .toList();
        }
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // A file that went away meanwhile holds nothing.
            return "";
        }
    }
}

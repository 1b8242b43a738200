package chat262.it.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlIT {
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

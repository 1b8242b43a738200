package chat262.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path home;

    private final Login login = new Login("alice", 5, 1, "secret", Instant.now().truncatedTo(ChronoUnit.MILLIS), "e1");

    @Test
    void aLoginIsKeptForItsOwnerAlone() throws IOException {
        StateFolder state = state("http://127.0.0.1:8080");
        assertThat(state.login()).isEmpty();
        state.keep(login);
        Outbox.open(state.account(login));
        Journal.open(state.account(login)).close();
        assertThat(state("http://127.0.0.1:8080").login()).contains(login);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.filter(path -> !path.equals(home)).toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                assertThat(mode).as("%s", each).isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
            }
        }
        state.forgetLogin();
        assertThat(state.login()).isEmpty();
    }

    @Test
    void aLoginThatCanNotBeReadKeepsNobodyFromLoggingInAndIsKept() throws IOException {
        StateFolder state = state("http://127.0.0.1:8080");
        state.keep(login);
        Path file = state.path().resolve("login.json");
        Files.writeString(file, "{\"username\": \"al");
        assertThat(state.login()).isEmpty();
        assertThat(state.isLoginDamaged()).isTrue();
        state.keep(login);
        assertThat(state.login()).contains(login);
        assertThat(state.path().resolve("login.json.damaged-1")).hasContent("{\"username\": \"al");
    }

    @Test
    void aLoginBelongsToOneServer() throws IOException {
        state("http://127.0.0.1:8080").keep(login);
        assertThat(state("http://127.0.0.1:8081").login()).isEmpty();
        assertThat(state("https://127.0.0.1:8080").login()).isEmpty();
        assertThat(state("http://127.0.0.1:8080/chat").login()).isEmpty();
    }

    @Test
    void theFoldersThatEarlierVersionsMadeForSpellingsOfOneAddressAreOne() throws IOException {
        Login later = new Login("alice", 5, 2, "fresh", Instant.now().truncatedTo(ChronoUnit.MILLIS), "e1");
        Path old = Files.createDirectories(home.resolve("chat/http_Chat.Example_80%2F"));
        Path usual = home.resolve("chat/http_chat.example");
        Files.createDirectory(home.resolve("chat/http_chat.example_8080"));
        Files.createDirectory(home.resolve("chat/http_chat.example%2Fteam"));

        state("http://chat.example").keep(login);
        assertThat(usual).as("a folder that is there is used").doesNotExist();
        Outbox.open(state("http://chat.example"), login).add(OutboxEntry.to("bob", "k1", "waits"));

        Files.createDirectory(usual);
        Files.writeString(usual.resolve("login.json"), new String(Stored.write(later), StandardCharsets.UTF_8));
        Files.setLastModifiedTime(old.resolve("login.json"), FileTime.from(Instant.EPOCH.plusSeconds(1)));
        assertThat(state("http://chat.example").login()).contains(later);
        assertThat(Outbox.open(state("http://chat.example"), later).waiting()).hasSize(1);
        state("http://chat.example").forgetLogin();
        assertThat(state("http://chat.example").login()).isEmpty();
    }

    @Test
    void aTokenIsNotPrinted() {
        assertThat(login.toString()).doesNotContain("secret");
    }

    @Test
    void anEpochOrANameThatIsNoneOfAFolderIsRefused() {
        assertThatThrownBy(() -> state("http://127.0.0.1:8080").account(login.in("../../etc")))
                .isInstanceOf(IOException.class);
        Login slash = new Login("x/../y", 5, 1, "secret", Instant.now(), "e1");
        assertThatThrownBy(() -> state("http://127.0.0.1:8080").account(slash)).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderIsOnlyForTheAccountThatHasBothItsNumberAndItsName() throws IOException {
        StateFolder state = state("http://127.0.0.1:8080");
        Outbox.open(state, login).add(OutboxEntry.to("bob", "k1", "of alice"));
        Login other = new Login("carol", 5, 1, "secret", Instant.now(), "e1"); // after a restore that kept the epoch
        assertThat(Outbox.open(state, other).waiting()).isEmpty();
        assertThat(state.earlier(other.in("e2"))).containsExactly(state.account(other));
        assertThat(Outbox.open(state, other.in("e2")).waiting()).isEmpty();
        assertThat(Outbox.open(state, login.in("e2")).waiting()).hasSize(1);
    }

    @Test
    void aRelativeStateHomeIsIgnored() throws IOException {
        StateFolder state = StateFolder.of(
                URI.create("http://a"), null, Map.of("XDG_STATE_HOME", "relative", "HOME", home.toString()));
        state.keep(login);
        assertThat(home.resolve(".local/state/chat")).isDirectory();
    }

    private StateFolder state(String url) {
        return StateFolder.of(URI.create(url), null, Map.of("XDG_STATE_HOME", home.toString()));
    }
}

package chat262.it.script;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import chat262.it.process.JarRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./chat} and the console where the system is set up otherwise than usual. */
class LinkAndLocaleIT {
    /** As a shell writes it, since the JVM of this test may not be able to name it either. */
    private static final String NOT_ASCII_HOME = "LC_ALL=POSIX HOME=\"$HOME$(printf '/gr\\303\\274n')\" ";

    @TempDir
    Path folder;

    @BeforeEach
    void prepareACheckoutWithALinkToItsScript() throws IOException {
        Path target = Files.createDirectories(folder.resolve("checkout/chat-cli/target"));
        Files.copy(Artefacts.script(), folder.resolve("checkout/chat"));
        Files.copy(Artefacts.consoleJar(), target.resolve("chat-cli.jar"));
        Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/chat"), Path.of("../link"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("checkout/chat"));
    }

    private JarRun run(String command) {
        String javaHome = Artefacts.java().getParent().getParent().toString();
        return JarRun.ofCommand(
                List.of("sh", "-c", "unset XDG_STATE_HOME XDG_CONFIG_HOME; " + command),
                folder.resolve("run"),
                Map.of("JAVA_HOME", javaHome, "CHAT_SERVER", "http://127.0.0.1:1"));
    }

    @Test
    void aLinkFindsTheCheckoutAndAHomeOutsideOfAsciiWorksInTheLocaleOfAscii() {
        try (JarRun rooms = run(NOT_ASCII_HOME + "sh ../../bin/chat rooms")) {
            assertThat(rooms.awaitExit()).as(rooms.err()).isEqualTo(3);
            assertThat(rooms.err()).contains("you are not logged in at http://127.0.0.1:1");
        }
    }

    @Test
    void withoutTheScriptTheConsoleSaysInOneSentenceWhichLocaleItNeeds() {
        String console = "'%s' -jar '%s' rooms".formatted(Artefacts.java(), Artefacts.consoleJar());
        try (JarRun rooms = run(NOT_ASCII_HOME + console)) {
            assertThat(rooms.awaitExit()).isEqualTo(2);
            assertThat(rooms.err().lines())
                    .singleElement()
                    .asString()
                    .contains("your home folder", "is not text in this locale", "LC_ALL=C.UTF-8");
        }
    }
}

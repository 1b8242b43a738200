package chat262.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.cli.screen.PlainWords;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final List<String> NAMES = List.of("help", "history", "login", "logout", "members");

    @Test
    void onlyWhatIsAlmostThatIsSuggested() {
        assertThat(Usage.similar("helo", NAMES)).isEqualTo("help");
        assertThat(Usage.similar("histroy", NAMES)).isEqualTo("history");
        assertThat(Usage.similar("logot", NAMES)).isEqualTo("logout");
        assertThat(Usage.similar("hello", NAMES)).isEmpty();
    }

    @Test
    void aFailureOfTheDiskIsSaidWithoutTheNameOfAClass() {
        assertThat(PlainWords.of(new AccessDeniedException("/state/login.json")))
                .isEqualTo("you may not read or write /state/login.json");
        assertThat(PlainWords.of(new FileSystemException("/state", null, "Read-only file system")))
                .isEqualTo("/state: read-only file system");
        assertThat(PlainWords.of(new IOException("No space left on device"))).isEqualTo("the disk is full");
        assertThat(PlainWords.of(new IOException("the input is not UTF-8 text")))
                .isEqualTo("the input is not UTF-8 text");
        assertThat(PlainWords.of(new NullPointerException())).startsWith("the console has a fault of its own");
    }
}

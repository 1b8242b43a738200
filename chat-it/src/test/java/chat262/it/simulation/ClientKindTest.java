package chat262.it.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClientKindTest {
    private final Random random = new Random(1);

    @Test
    void theConsolesDelaysAreThoseOfItsSource() throws IOException {
        String source = "chat-cli/src/main/java/chat262/cli/sync/Backoff.java";

        assertThat(number(source, "FIRST_MILLIS")).isEqualTo(ClientKind.CONSOLE.firstMillis());
        assertThat(number(source, "MAX_MILLIS")).isEqualTo(ClientKind.CONSOLE.maxMillis());
    }

    @Test
    void thePagesDelaysAreThoseOfItsSource() throws IOException {
        String source = "chat-war/src/main/webapp/app/wire/live.js";

        assertThat(number(source, "FIRST_DELAY")).isEqualTo(ClientKind.PAGE.firstMillis());
        assertThat(number(source, "MAX_DELAY")).isEqualTo(ClientKind.PAGE.maxMillis());
        assertThat(number(source, "SILENCE_TIMEOUT")).isEqualTo(ClientKind.SILENCE_MILLIS);
    }

    private static long number(String file, String constant) throws IOException {
        String text = Files.readString(Artefacts.root().resolve(file));
        Matcher found = Pattern.compile("\\b" + constant + " = ([0-9_]+)").matcher(text);
        assertThat(found.find()).as(constant).isTrue();
        return Long.parseLong(found.group(1).replace("_", ""));
    }

    @Test
    void theDelayDoublesWithEachFailureUpToItsMaximum() {
        for (int i = 0; i < 100; i++) {
            assertThat(ClientKind.PAGE.delayMillis(0, random)).isBetween(250.0, 500.0);
            assertThat(ClientKind.PAGE.delayMillis(2, random)).isBetween(1000.0, 2000.0);
            assertThat(ClientKind.PAGE.delayMillis(50, random)).isBetween(15_000.0, 30_000.0);
            assertThat(ClientKind.CONSOLE.delayMillis(0, random)).isBetween(375.0, 625.0);
            assertThat(ClientKind.CONSOLE.delayMillis(50, random)).isBetween(7_500.0, 12_500.0);
        }
    }
}

package chat262.it.console;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the console begin with: two users of the server. */
@ExtendWith(ConsoleServer.class)
abstract class ConsoleTest {
    @TempDir
    Path folder;

    ConsoleUser alice;
    ConsoleUser bob;

    @BeforeEach
    void users() {
        alice = ConsoleUser.create("alice", folder);
        bob = ConsoleUser.create("bob", folder);
    }

    /** The texts "message N". */
    static List<String> texts(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "message " + i).toList();
    }

    /** Sends these texts from alice to bob. */
    void send(int first, int last) {
        alice.send(bob.name(), texts(first, last));
    }

    /** These texts as bob's console shows them. */
    List<String> fromAlice(int first, int last) {
        return texts(first, last).stream()
                .map(text -> alice.name() + ": " + text)
                .toList();
    }
}

package chat262.it.console;

import static chat262.it.console.Terminals.chatting;
import static chat262.it.console.Terminals.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.TerminalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A terminal whose window changes its size: everything is in its place again, and nothing is gone that has been shown (rule 7). */
@ExtendWith(ConsoleServer.class)
class WindowSizeIT {
    @TempDir
    Path folder;

    private Person ann;
    private Person bob;

    @BeforeAll
    static void thereIsATmux() {
        Terminals.assumePossible();
    }

    @BeforeEach
    void people() {
        ann = Person.create("ann", folder);
        bob = Person.create("bob", folder);
    }

    @Test
    void whatStoodThereStaysInAnyWindowAboveTheLineThatIsTyped() {
        try (TerminalProcess there = chatting(bob, ann)) {
            ann.send(bob.name(), rows(6));
            there.awaitRow(".*: row 5");
            there.enter("/search row 3");
            there.awaitRow("\\d{4}-.*: row 3");
            there.type("typed before");
            there.awaitRow(prompt(ann, "typed before"));
            List<String> before = there.screen();
            List<String> above = before.subList(0, before.indexOf(prompt(ann, "typed before")));
            for (int height : List.of(40, 18, 24)) {
                there.resize(90, height);
                there.await("all of it, and the status in row " + height, screen -> {
                    int prompt = screen.indexOf(prompt(ann, "typed before"));
                    return screen.size() == height
                            && prompt >= above.size()
                            && screen.subList(prompt - above.size(), prompt).equals(above)
                            && isStatus(screen.get(height - 1));
                });
            }
        }
    }

    @Test
    void messagesThatComeWhileAWindowIsDraggedAreAllThereInTheEnd() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("typed before");
            for (int round = 0; round < 3; round++) {
                CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> ann.send(bob.name(), rows(40)));
                for (int i = 0; !sent.isDone(); i++) {
                    there.resize(i % 2 == 0 ? 40 : 80, i % 2 == 0 ? 12 : 24);
                }
                sent.join();
                there.resize(60, 15);
                there.await(
                        "the latest rows, the line and the status",
                        screen -> screen.size() == 15
                                && IntStream.range(0, 13)
                                        .allMatch(row -> screen.get(row).endsWith(ann.name() + ": row " + (27 + row)))
                                && screen.get(13).equals(prompt(ann, "typed before"))
                                && isStatus(screen.get(14)));
            }
        }
    }

    @Test
    void anEditorHasTheWindowForItself() throws IOException {
        Path begun = folder.resolve("begun");
        Path sized = folder.resolve("sized");
        Path looked = folder.resolve("looked");
        String editor = "trap 'touch " + sized + "' WINCH; printf '\\033[r\\033[2J\\033[Hin the editor'; touch " + begun
                + "; until test -e " + looked + "; do sleep 0.1; done; sed -i s/draft/text/";
        try (TerminalProcess there = chatting(bob, ann, Map.of("EDITOR", editor))) {
            there.type("a draft");
            there.press("M-c");
            Await.until("the editor has the terminal", () -> Files.exists(begun));
            there.resize(60, 12);
            Await.until("it knows the new size", () -> Files.exists(sized));
            assertThat(there.screen()).contains("in the editor").noneMatch(this::isStatus);
            Files.createFile(looked);
            there.await(
                    "everything in its place",
                    screen -> screen.contains("-- nothing unread --")
                            && screen.contains(prompt(ann, "a text"))
                            && isStatus(screen.get(11)));
        }
    }

    private boolean isStatus(String row) {
        return row.startsWith(bob.name() + " · @" + ann.name());
    }

    private static List<String> rows(int many) {
        return IntStream.range(0, many).mapToObj(i -> "row " + i).toList();
    }
}

package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.TerminalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A terminal whose window changes its size: everything is in its place again, and nothing is gone that has been shown (rule 7). */
class WindowSizeIT extends TerminalTest {
    @Test
    void whatStoodThereStaysInAnyWindowAboveTheLineThatIsTyped() {
        // Without blanks, as one at the end of a row is not seen.
        String typed = "typed-before-".repeat(12) + "end";
        try (TerminalProcess there = chatting(bob, ann)) {
            ann.send(bob.name(), rows(4));
            there.awaitRow(".*: row 3");
            there.enter("/search row 3");
            there.awaitRow("\\d{4}-.*: row 3");
            List<String> above = there.screen().stream()
                    .takeWhile(row -> !row.equals(prompt(ann, "").strip()))
                    .toList();
            there.type(typed);
            for (int[] size : new int[][] {{100, 40}, {70, 20}, {80, 24}}) {
                there.resize(size[0], size[1]);
                there.await("all of it in " + size[0] + " columns", screen -> isAll(screen, size[1], above, typed));
            }
        }
    }

    private boolean isAll(List<String> screen, int height, List<String> above, String typed) {
        return screen.size() == height
                && screen.subList(0, above.size()).equals(above)
                && String.join("", screen.subList(above.size(), height - 1)).equals(prompt(ann, typed))
                && isStatus(screen.get(height - 1));
    }

    @Test
    void whatHadComeInOnePieceStaysAsFarAsItFits() {
        ann.send(bob.name(), rows(30));
        try (TerminalProcess there = terminal(bob)) {
            there.enter("chat " + ann.name());
            there.awaitRow(".*: row 29");
            ann.send(bob.name(), List.of("and one"));
            there.awaitRow(".*: and one");
            there.resize(60, 20);
            there.await(
                    "the latest of both",
                    screen -> screen.size() == 20
                            && screen.get(17).endsWith(": and one")
                            && screen.get(16).endsWith(": row 29")
                            && screen.get(0).endsWith(": row 13")
                            && isStatus(screen.get(19)));
        }
    }

    @Test
    void whoHasStoppedTheConsoleAndLetsItGoOnFindsAllInItsPlace() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("typed before");
            there.awaitRow(prompt(ann, "typed before"));
            List<String> before = there.screen();
            there.spoilAndGoOn();
            there.await("the same as before", screen -> screen.equals(before));
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

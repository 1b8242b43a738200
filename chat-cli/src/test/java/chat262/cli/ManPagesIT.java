package chat262.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat262.cli.screen.PlainScreen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The man pages that the build has made. */
class ManPagesIT {
    private static final Path PAGES = Path.of("target", "man");

    private final CommandLine commandLine = Main.commandLine(new RootCommand(new Screens()), new PlainScreen());

    @Test
    void everyCommandHasAPageWithItsOptionsAndNoOtherPageIsThere() throws IOException {
        List<String> names = commands()
                .map(command -> "chat-" + command.getCommandName() + ".1")
                .toList();
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(names.stream(), Stream.of("chat.1")).toList());
        }
        for (CommandLine command : commands().toList()) {
            String page = Files.readString(PAGES.resolve("chat-" + command.getCommandName() + ".1"));
            command.getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .forEach(option -> assertThat(page).contains(option.replace("-", "\\-")));
        }
    }

    @Test
    void manReadsThePageOfTheWholeWithoutAComplaint() throws Exception {
        assumeTrue(isThere("man"), "this machine has no man");
        ProcessBuilder man = new ProcessBuilder(
                "man", "--warnings", "-l", PAGES.resolve("chat.1").toString());
        man.environment().putAll(Map.of("MANPAGER", "cat", "LC_ALL", "C.UTF-8", "MANWIDTH", "100"));
        Process process = man.start();
        String page = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(complaints).isZero();
        assertThat(complaints).isEmpty();
        assertThat(page.toLowerCase(Locale.ROOT)).contains("every message exactly once", "chat_profile", "exit codes");
        commands().forEach(command -> assertThat(page).contains(command.getCommandName()));
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private Stream<CommandLine> commands() {
        return commandLine.getSubcommands().values().stream().distinct();
    }
}

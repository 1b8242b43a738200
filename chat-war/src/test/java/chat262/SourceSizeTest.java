package chat262;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files and packages of all modules are short enough to be read. */
class SourceSizeTest {
    private static final int MAX_LINES = 250;
    private static final int MAX_FILES = 25;
    private static final Path PROJECT = Path.of("..");
    private static final List<String> PRODUCT = List.of("chat-api", "chat-war", "chat-cli", "payara-config");

    @Test
    void noFileIsLong() throws IOException {
        assertThat(sources(PROJECT))
                .hasSizeGreaterThan(500)
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void noPackageOfTheProductHasManyFiles() throws IOException {
        for (String module : PRODUCT) {
            assertThat(sources(PROJECT.resolve(module).resolve("src/main/java")).stream()
                            .collect(Collectors.groupingBy(Path::getParent)))
                    .isNotEmpty()
                    .allSatisfy((folder, files) -> assertThat(files).hasSizeLessThanOrEqualTo(MAX_FILES));
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("/target/"))
                    .toList();
        }
    }
}

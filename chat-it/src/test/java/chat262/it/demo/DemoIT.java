package chat262.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    @Test
    void theDemoShowsThatEachMessageCameOnceOverACrash(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        Process demo = new ProcessBuilder("sh", Artefacts.script().toString(), "demo")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(demo.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            demo.destroyForcibly();
        }
        assertThat(Files.readString(said))
                .contains("(killed with SIGKILL)", "What bob saw", "Each message was seen once and in order, by both.");
        assertThat(demo.exitValue()).isZero();
    }
}

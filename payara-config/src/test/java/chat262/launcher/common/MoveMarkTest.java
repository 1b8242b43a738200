package chat262.launcher.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveMarkTest {
    @TempDir
    Path folder;

    private MoveMark mark;

    @BeforeEach
    void lockTheFolder() throws StartupException {
        mark = MoveMark.of(DataFolder.open(folder));
    }

    @Test
    void aNewFolderHasNoMark() throws Exception {
        assertThat(mark.attempt()).isEmpty();
        assertThat(mark.movedTo()).isEmpty();
        mark.refuseMoved();
    }

    @Test
    void anAttemptIsKnownUntilItIsAbandoned() throws IOException {
        String attempt = mark.beginAttempt();
        assertThat(mark.attempt()).contains(attempt);
        mark.abandonAttempt();
        assertThat(mark.attempt()).isEmpty();
        mark.abandonAttempt();
    }

    @Test
    void aFolderThatWasMovedIsRefusedWithTheWayBack() throws Exception {
        mark.markMoved("postgresql://db/chat");
        assertThat(mark.movedTo()).contains("postgresql://db/chat");
        assertThatThrownBy(mark::refuseMoved)
                .hasMessageContaining("were moved to postgresql://db/chat; start the server with --db")
                .hasMessageContaining("delete " + mark.movedFile());
        Files.delete(mark.movedFile());
        mark.refuseMoved();
    }

    @Test
    void aMarkThatIsDamagedStillRefuses() throws IOException {
        Files.writeString(mark.movedFile(), "");
        assertThatThrownBy(mark::refuseMoved).hasMessageContaining("were moved to another database");
    }
}

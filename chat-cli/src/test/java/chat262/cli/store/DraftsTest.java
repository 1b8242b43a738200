package chat262.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    Path folder;

    @Test
    void draftsAreThereAgainAndForTheirOwnerAlone() throws Exception {
        Drafts drafts = Drafts.open(folder);
        drafts.keep(1, "two\nlines 🍕");
        drafts.keep(2, "finished soon");
        drafts.keep(2, "");
        Drafts again = Drafts.open(folder);
        assertThat(again.of(1)).isEqualTo("two\nlines 🍕");
        assertThat(again.of(2)).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("drafts"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatCanNotBeReadCostsNothingButTheDrafts() throws Exception {
        Files.writeString(folder.resolve("drafts"), "{not JSON\n");
        Drafts drafts = Drafts.open(folder);
        assertThat(drafts.of(1)).isEmpty();
        drafts.keep(1, "new");
        assertThat(Drafts.open(folder).of(1)).isEqualTo("new");
    }
}

package chat262.cli.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts a file with the whole records in the place of a damaged one, and keeps that one as it is. */
final class Repair {
    private static final int COPIED_AT_ONCE = 1 << 20;

    private final RecordFile fresh;
    private final List<byte[]> some = new ArrayList<>();
    private int bytes;

    private Repair(RecordFile fresh) {
        this.fresh = fresh;
    }

    /**
     * Repairs a file, which is closed. A power cut at any moment leaves the damaged file or the whole one in its place.
     *
     * @return what was damaged, and where it is kept
     */
    static Damage of(RecordFile damaged) throws IOException {
        Path path = damaged.path();
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh); // left by a process that died here
        try (damaged;
                RecordFile whole = RecordFile.open(fresh, damaged.kind())) {
            Repair repair = new Repair(whole);
            damaged.readFrom(RecordFile.START, (offset, record) -> repair.copy(record));
            repair.write();
        }
        Path aside = Folders.keepAside(path);
        Folders.moveOver(fresh, path);
        return damaged.damage().orElseThrow().keptAs(aside);
    }

    private void copy(byte[] record) throws IOException {
        some.add(record);
        bytes += record.length;
        if (bytes > COPIED_AT_ONCE) {
            write();
        }
    }

    private void write() throws IOException {
        fresh.append(some);
        some.clear();
        bytes = 0;
    }
}

package chat262.launcher.move;

import chat262.launcher.common.StartupException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies tables from a source to a target that is prepared for them. */
final class Copy {
    /** So many rows are inserted in a transaction. */
    private static final int BATCH = 2_000;

    private final Source source;
    private final Target target;
    private final Progress progress;

    Copy(Source source, Target target, Progress progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /** Copies what the target doesn't have yet: the rows behind its last one. */
    void copy(Table table) throws SQLException {
        progress.begin("copying", table.name());
        Optional<long[]> last = target.lastKey(table);
        progress.counted(last.isEmpty() ? 0 : target.count(table), source.count(table));
        try (Rows rows = last.isEmpty() ? source.all(table) : source.behind(table, last.get())) {
            List<Object[]> batch = new ArrayList<>();
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                batch.add(row);
                if (batch.size() == BATCH) {
                    insert(table, batch);
                }
            }
            insert(table, batch);
        }
        long nextId = table.identity().isPresent() ? source.nextId(table) : 1;
        target.complete(table, nextId);
        progress.end("copied");
    }

    private void insert(Table table, List<Object[]> batch) throws SQLException {
        if (!batch.isEmpty()) {
            target.insert(table, batch);
            progress.add(batch.size());
            batch.clear();
        }
    }

    /** Compares all rows, and refuses a target that differs. */
    void check(Table table) throws SQLException, StartupException {
        progress.begin("checking", table.name());
        progress.counted(0, source.count(table));
        try (Rows here = source.all(table);
                Rows there = target.all(table)) {
            Optional<String> difference = new Comparison(table, here, there).firstDifference(() -> progress.add(1));
            if (difference.isPresent()) {
                throw StartupException.failed(
                        ("what was copied is not the same: in %s, %s. Nothing in %s has changed, and a server can"
                                        + " start on it; to copy everything anew, delete %s and run the same command again")
                                .formatted(target.address(), difference.get(), source.folder(), source.attemptFile()));
            }
        }
        progress.end("checked");
    }
}

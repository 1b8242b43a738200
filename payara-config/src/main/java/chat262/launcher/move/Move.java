package chat262.launcher.move;

import chat262.launcher.common.DataFolder;
import chat262.launcher.common.MoveMark;
import chat262.launcher.common.StartupException;
import chat262.launcher.database.PostgreSql;
import chat262.launcher.database.SqlFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A move of all data from the Derby in a data folder to a PostgreSQL. Running it again goes on where it was interrupted. */
public final class Move {
    private final DataFolder data;
    private final MoveMark mark;
    private final PostgreSql database;
    private final ClassLoader loader;
    private final PrintStream out;

    /**
     * A move that has not begun.
     *
     * @param data the result of {@link #lock}
     * @param loader finds the drivers, and the WAR's classes with their libraries
     * @param out for the progress
     */
    public Move(DataFolder data, PostgreSql database, ClassLoader loader, PrintStream out) {
        this.data = data;
        this.mark = MoveMark.of(data);
        this.database = database;
        this.loader = loader;
        this.out = out;
    }

    /** Locks a data folder as a server does; refuses a folder without a Derby database. */
    public static DataFolder lock(Path folder) throws StartupException {
        return Source.lock(folder);
    }

    /** Copies and checks everything that is not yet, marks the data folder as moved, and opens the target to servers. */
    public void run() throws StartupException {
        database.refuseIfAway();
        try (Connection connection = database.connectToFill(loader);
                Progress progress = new Progress(out)) {
            if (mark.movedTo().isPresent()) {
                openMarked(connection);
            } else {
                moveAll(connection, progress);
            }
        } catch (SQLException e) {
            throw StartupException.failed(
                    "the move is interrupted: %s; run the same command again, it goes on where it stopped"
                            .formatted(SqlFailure.reason(e)));
        } catch (IOException e) {
            throw StartupException.failed("the move is interrupted: %s; run the same command again".formatted(e));
        }
    }

    /** All that an earlier run has left to do. */
    private void openMarked(Connection connection) throws SQLException, IOException, StartupException {
        Optional<String> attempt = mark.attempt();
        if (attempt.isEmpty() || !Target.open(connection, attempt.get())) {
            mark.refuseMoved();
        }
    }

    private void moveAll(Connection connection, Progress progress) throws SQLException, IOException, StartupException {
        try (Source source = Source.open(data, loader)) {
            source.refuseOtherSchema(new Schema(loader));
            List<Table> tables = source.tables();
            Target target = prepare(connection, source, tables, progress);
            Copy copy = new Copy(source, target, progress);
            for (Table table : tables) {
                copy.copy(table);
            }
            for (Table table : tables) {
                copy.check(table);
            }
            target.refuseNodes();
            // In this order: a process that dies in between leaves two databases on which no server starts, not two on
            // which one does.
            mark.markMoved(target.address());
            target.open();
        }
    }

    private Target prepare(Connection connection, Source source, List<Table> tables, Progress progress)
            throws SQLException, IOException, StartupException {
        Optional<String> begun = mark.attempt();
        String attempt = begun.isPresent() ? begun.get() : mark.beginAttempt();
        String run = UUID.randomUUID().toString();
        connection.setAutoCommit(false);
        var prepared = new TargetPreparation(database, loader, connection)
                .prepare(
                        tables,
                        new TargetPreparation.Mark(
                                attempt, run, source.epoch(), source.folder().toString()));
        String how = switch (prepared) {
            case FIRST -> "copying";
            case CONTINUED -> "going on to copy";
            case ANEW -> "copying anew, since a server has used the data since the last time,";
        };
        progress.say("%s %s to %s ...".formatted(how, source.folder(), database.address()));
        return new Target(database, connection, run);
    }
}

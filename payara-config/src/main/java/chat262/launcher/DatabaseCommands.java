package chat262.launcher;

import chat262.launcher.common.DataFolder;
import chat262.launcher.common.StartupException;
import chat262.launcher.database.Database;
import chat262.launcher.database.NodeTable;
import chat262.launcher.database.PostgreSql;
import chat262.launcher.move.Move;
import chat262.launcher.runtime.CommandLibraries;
import chat262.launcher.runtime.ServerJar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The commands that use databases without starting Payara. */
final class DatabaseCommands {
    private DatabaseCommands() {}

    /** The nodes of the PostgreSQL that the settings name, for the user. */
    static String nodes(ServerCommand command) throws StartupException {
        String name = command.get(Setting.DB);
        if (name.equals(Database.EMBEDDED)) {
            throw StartupException.misused(
                    "only a PostgreSQL has nodes, the embedded Derby has one server; name it with %s or %s"
                            .formatted(Setting.DB.option(), Setting.DB.environment()));
        }
        silenceLibraries();
        try (CommandLibraries libraries = CommandLibraries.ofDrivers(ServerJar.own())) {
            return NodeTable.show(new PostgreSql(name, command.get(Setting.DB_PASSWORD)), libraries.loader());
        } catch (IOException e) {
            throw notUnpacked(e);
        }
    }

    /**
     * Moves the data of a stopped installation from Derby to PostgreSQL.
     *
     * @param out for the progress
     * @return where they are now, for the user
     */
    static String move(ServerCommand command, PrintStream out) throws StartupException {
        PostgreSql target = new PostgreSql(command.operand(CommandSyntax.TO), command.get(Setting.DB_PASSWORD));
        silenceLibraries();
        DataFolder data = Move.lock(Path.of(command.operand(CommandSyntax.FROM)));
        try (CommandLibraries libraries = CommandLibraries.withWar(ServerJar.own(), data.temporary())) {
            new Move(data, target, libraries.loader(), out).run();
        } catch (IOException e) {
            throw notUnpacked(e);
        }
        return "the data of %s are in %s now; start the server with --db and that database"
                .formatted(data.path(), target.address());
    }

    private static StartupException notUnpacked(IOException e) {
        return StartupException.failed("the database drivers can't be unpacked: " + e);
    }

    /** Drivers and Liquibase would log to standard error what the exceptions say as well. */
    private static void silenceLibraries() {
        LogManager.getLogManager().reset();
    }
}

package chat262.launcher;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where a server keeps everything: the embedded {@link Derby} or a {@link PostgreSql}. */
interface Database {
    /** The database that the settings name. */
    static Database of(CommandLine command) {
        String named = command.get(Setting.DB);
        return named.equals(Setting.DB.standard())
                ? new Derby()
                : new PostgreSql(named, command.get(Setting.DB_PASSWORD));
    }

    /** The folder of {@code payara-config} with its settings. */
    String folder();

    /** Where the data are, for a person to read. */
    String where(DataFolder data);

    /** Asked before the long boot, which would end in a less readable way. */
    default void refuseIfAway() throws CannotStart {}

    /** Sets the system properties that the driver and the pool's commands read. */
    void configure(DataFolder data) throws IOException;

    /** Lets go of it when Payara has stopped; the loader knows the driver. */
    void close(ClassLoader loader);

    /** Makes the pool as the database's commands say: one asadmin command a line, a line that starts with # is a comment. */
    default void makePool(AdminCommandRunner payara) {
        String file = "MICRO-INF/" + folder() + "/pool-commands.txt";
        try (InputStream in = Resources.open(file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> run(payara, line.strip().split(" +")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(AdminCommandRunner payara, String[] words) {
        ClusterCommandResult result = payara.run(words[0], Arrays.copyOfRange(words, 1, words.length));
        if (result.getExitStatus() != ExitStatus.SUCCESS) {
            throw new IllegalStateException(words[0] + ": " + result.getOutput());
        }
    }
}

package chat262.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the JVM can name the folders of configuration and state: it takes names as the locale says, and can't be told otherwise. */
final class HomeEncoding {
    private static final char NOT_DECODED = '\uFFFD';

    private HomeEncoding() {}

    /** What is wrong with the names, as a sentence; empty if nothing is. */
    static Optional<String> complaint(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return Stream.of("XDG_CONFIG_HOME", "XDG_STATE_HOME")
                .map(variable -> environment.getOrDefault(variable, ""))
                .map(folder -> folder.isEmpty() ? home : folder)
                .filter(folder -> !isUsable(folder))
                .findFirst()
                .map(folder -> "the name of your home folder, " + folder + ", is not text in this locale ("
                        + System.getProperty("sun.jnu.encoding") + "): use a UTF-8 one, such as LC_ALL=C.UTF-8");
    }

    private static boolean isUsable(String folder) {
        try {
            return folder.indexOf(NOT_DECODED) < 0 && Path.of(folder) != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

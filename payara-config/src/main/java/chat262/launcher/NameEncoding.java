package chat262.launcher;

import chat262.launcher.common.StartupException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Whether the JVM can name the folders that it needs: it takes names as the locale says, and can't be told otherwise. */
final class NameEncoding {
    private static final char NOT_DECODED = '\uFFFD';

    private NameEncoding() {}

    /** Refuses folders of the settings, of this process and of its jar whose names are not text in the locale. */
    static void check(ServerCommand command) throws StartupException {
        List<String> names = List.of(
                command.get(Setting.DATA),
                command.get(Setting.RUNTIME),
                command.operands().getOrDefault(CommandSyntax.FROM, ""),
                System.getProperty("user.dir"),
                System.getProperty("java.io.tmpdir"));
        for (String name : names) {
            if (!isUsable(name)) {
                throw StartupException.misused("the name of the folder %s is not text in this locale (%s); start the"
                                .formatted(name, System.getProperty("sun.jnu.encoding"))
                        + " server in a UTF-8 one: LC_ALL=C.UTF-8");
            }
        }
    }

    private static boolean isUsable(String name) {
        try {
            return name.indexOf(NOT_DECODED) < 0 && Path.of(name) != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

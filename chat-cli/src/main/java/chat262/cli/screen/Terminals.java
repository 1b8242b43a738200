package chat262.cli.screen;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether input and output are a terminal. */
public final class Terminals {
    private Terminals() {}

    /** Whether both input and output are a terminal. */
    public static boolean isInteractive() {
        return console() != null;
    }

    /** The terminal; null where input or output is none. */
    static Console console() {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        try { // since JDK 22 there is a console in any case, and it has a method that tells
            Object terminal = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(terminal) ? console : null;
        } catch (NoSuchMethodException e) {
            return console;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}

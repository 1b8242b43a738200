package chat262.cli.screen;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Whether input and output are a terminal. */
public final class Terminals {
    private Terminals() {}

    /** Whether both input and output are a terminal. */
    public static boolean isInteractive() {
        return console() != null;
    }

    /**
     * What a terminal sends and shows: the charset of the locale, or UTF-8 where that is plain ASCII. A locale that is
     * not installed, or none at all, says nothing of the terminal.
     */
    public static Charset charset() {
        Charset named = localeCharset();
        return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
    }

    /** The charset that the locale names. */
    public static Charset localeCharset() {
        return Charset.forName(
                System.getProperty("native.encoding", Charset.defaultCharset().name()));
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

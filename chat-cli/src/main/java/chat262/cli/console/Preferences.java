package chat262.cli.console;

/**
 * How the console is to look and to call.
 *
 * @param theme its colours
 * @param notifyCommand a command for {@code /bin/sh} that is to run when something arrives; null for none
 * @param bell what the terminal's bell is to ring for
 */
public record Preferences(Theme theme, String notifyCommand, Bell bell) {
    /** What holds where nobody has said anything else. */
    public static final Preferences DEFAULT = new Preferences(Theme.DARK, null, Bell.NONE);

    /** Colours that can be read on a dark or a light ground, or none at all. */
    public enum Theme {
        DARK,
        LIGHT,
        NONE
    }

    /** Every message of somebody else, those of direct rooms, or none. */
    public enum Bell {
        ALL,
        DIRECT,
        NONE
    }
}

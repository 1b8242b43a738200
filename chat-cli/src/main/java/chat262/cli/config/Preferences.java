package chat262.cli.config;

import java.time.LocalTime;
import java.util.Map;

/**
 * How the console looks and notifies.
 *
 * @param theme its colours
 * @param notifyCommand a command for {@code /bin/sh} that is to run when others write; "" for none
 * @param bell what the terminal's bell is to ring for
 * @param quiet when neither of the two is to be used
 * @param aliases the person's own names for commands, each with the words that it stands for
 */
public record Preferences(Theme theme, String notifyCommand, Bell bell, Quiet quiet, Map<String, String> aliases) {
    /** What holds where nothing else is set. */
    public static final Preferences DEFAULT = new Preferences(Theme.DARK, "", Bell.NONE, Quiet.NEVER, Map.of());

    public Preferences {
        aliases = Map.copyOf(aliases);
    }

    /** Colours that can be read on a dark or a light ground, or none at all. */
    public enum Theme {
        DARK,
        LIGHT,
        NONE
    }

    /** Every message of another account, those in direct rooms, or none. */
    public enum Bell {
        ALL,
        DIRECT,
        NONE
    }

    /** A time of the day, perhaps over midnight; its end is not in it. */
    public record Quiet(LocalTime from, LocalTime to) {
        /** From a time to the same time is never. */
        public static final Quiet NEVER = new Quiet(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        boolean contains(LocalTime time) {
            if (from.equals(to)) {
                return false;
            }
            boolean begun = !time.isBefore(from);
            boolean over = !time.isBefore(to);
            return from.isBefore(to) ? begun && !over : begun || !over;
        }

        @Override
        public String toString() {
            return from.equals(to) ? "" : from + "-" + to;
        }
    }

    /** Whether the person may be notified at this time of the day. */
    public boolean mayNotify(LocalTime time) {
        return !quiet.contains(time);
    }
}

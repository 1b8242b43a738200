package chat262.cli.screen;

/**
 * What a person did at the prompt.
 *
 * @param what a finished line, the end of the input, or a key that leads to a room or back in it
 * @param text the line, or what was half written when the key was pressed; empty at the end
 * @param number which room, counted from 1, for {@link What#ROOM}; else 0
 */
public record Input(What what, String text, int number) {
    /** What was done. */
    public enum What {
        LINE,
        END,
        NEXT_UNREAD,
        ROOM,
        ROOM_BEFORE,
        ROOM_AFTER,
        FIRST_UNREAD
    }

    public static Input lineOrEnd(String line) {
        return line == null ? new Input(What.END, "", 0) : new Input(What.LINE, line, 0);
    }
}

package chat262.it.agent;

import java.util.Collection;

/** The ways of a message, told apart by what is under way in a method: calls of the API, and frames on the live stream. */
enum Transport {
    ANY,
    CALL,
    FRAME;

    /** Whether any of these has taken it: a batch, new or stored entries, or what a sender was told. */
    boolean hasTaken(Object what) {
        if (what == null) {
            return false;
        } else if (what instanceof Collection<?> several) {
            return several.stream().anyMatch(this::hasTaken);
        }
        return switch (what.getClass().getSimpleName()) {
            case "Batch" -> hasTaken(Call.get(what, "sends"));
            case "NewEntry" -> hasTaken(Call.get(what, "send"));
            case "Send" -> isOf((Boolean) Call.get(Call.get(what, "callback"), "travelsWithEntry"));
            case "Settled" -> isOf((Boolean) Call.get(what, "isOnStream"));
            // Only of those that came as frames the callback is still to be told.
            case "Entry" -> isOf(Call.get(what, "callback") != null);
            default -> false;
        };
    }

    private boolean isOf(boolean frame) {
        return frame == (this == FRAME);
    }
}

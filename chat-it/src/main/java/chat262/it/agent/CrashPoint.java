package chat262.it.agent;

import java.util.Arrays;
import java.util.List;

/** A place between two steps of the promise at which a process can be made to die. */
public enum CrashPoint {
    SERVER_BEGUN("the room is locked, nothing is read", Where.AFTER, "chat262.messages.LogConnection", "lockRooms"),
    SERVER_COUNTED(
            "the counter is raised, nothing inserted", Where.AFTER, "chat262.messages.LogConnection", "updateLastSeqs"),
    SERVER_INSERTED("inserted, not committed", Where.AFTER, "chat262.messages.LogConnection", "insert"),
    SERVER_COMMITTED("committed, not answered", Where.AFTER, "chat262.messages.LogConnection", "write"),
    SERVER_ANSWERED("answered, not pushed", Where.BEFORE, "chat262.messages.LogWriter", "announce"),
    SERVER_PUSHED("pushed", Where.AFTER, "chat262.messages.LogWriter", "announce"),

    SENDER_KEY_MADE("the key is made, nothing written", Where.AFTER, "chat262.it.faults.Outbox", "makeKey"),
    SENDER_OUTBOX_WRITTEN("in the outbox, not sent", Where.AFTER, "chat262.it.faults.Outbox", "put"),
    SENDER_SENT("sent, not answered", Where.AFTER, "chat262.it.faults.Wire", "deliver"),
    SENDER_ANSWERED("answered, not noted", Where.BEFORE, "chat262.it.faults.Outbox", "stored"),

    RECEIVER_RECEIVED("received, not journalled", Where.BEFORE, "chat262.it.faults.ReceiverMain", "receive"),
    RECEIVER_JOURNALLED("journalled, not shown", Where.AFTER, "chat262.it.faults.Journal", "add"),
    RECEIVER_SHOWN("shown, not acknowledged", Where.AFTER, "chat262.it.faults.Screen", "show"),
    RECEIVER_ACKNOWLEDGED("acknowledged", Where.AFTER, "chat262.it.faults.ReceiverMain", "move");

    /** Before or after a method. */
    enum Where {
        BEFORE,
        AFTER
    }

    private final String sentence;
    private final Where where;
    private final String type;
    private final String method;

    CrashPoint(String sentence, Where where, String type, String method) {
        this.sentence = sentence;
        this.where = where;
        this.type = type;
        this.method = method;
    }

    /** How far things are when it dies there. */
    public String sentence() {
        return sentence;
    }

    /** Who dies there: {@code server}, {@code sender} or {@code receiver}. */
    public String who() {
        return name().substring(0, name().indexOf('_')).toLowerCase(java.util.Locale.ROOT);
    }

    /** All points of a server, of senders or of receivers, in the order of the steps. */
    public static List<CrashPoint> of(String who) {
        return Arrays.stream(values()).filter(point -> point.who().equals(who)).toList();
    }

    /** The step that the agent sees there. */
    Step step() {
        return new Step(where == Where.BEFORE, type, method);
    }

    /** Whether an answer must have had time to go out before it dies there. */
    boolean letsAnswersOut() {
        return this == SERVER_ANSWERED;
    }
}

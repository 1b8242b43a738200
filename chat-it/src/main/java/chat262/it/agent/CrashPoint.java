package chat262.it.agent;

import java.util.Arrays;
import java.util.List;

/** A place between two steps of the promise at which a process can be made to die. */
public enum CrashPoint {
    SERVER_BEGUN(
            "the room is locked for a call, nothing is read",
            Transport.CALL,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "lockRooms"),
    SERVER_COUNTED(
            "the counter is raised for a call, nothing inserted",
            Transport.CALL,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "updateLastSeqs"),
    SERVER_INSERTED(
            "a call's message is inserted, not committed",
            Transport.CALL,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "insert"),
    SERVER_COMMITTED(
            "a call's message is committed, not answered",
            Transport.CALL,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "write"),
    SERVER_ANSWERED(
            "a call is answered, its message not pushed",
            Transport.CALL,
            Where.BEFORE,
            "chat262.messages.writer.LogWriter",
            "announce"),
    SERVER_PUSHED(
            "a call's message is pushed", Transport.CALL, Where.AFTER, "chat262.messages.writer.LogWriter", "announce"),

    SERVER_FRAME_TAKEN(
            "a frame is taken, nothing is locked", Transport.ANY, Where.AFTER, "chat262.live.StreamSends", "receive"),
    SERVER_FRAME_BEGUN(
            "the room is locked for a frame, nothing is read",
            Transport.FRAME,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "lockRooms"),
    SERVER_FRAME_COUNTED(
            "the counter is raised for a frame, nothing inserted",
            Transport.FRAME,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "updateLastSeqs"),
    SERVER_FRAME_INSERTED(
            "a frame's message is inserted, not committed",
            Transport.FRAME,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "insert"),
    SERVER_FRAME_COMMITTED(
            "a frame's message is committed, not announced",
            Transport.FRAME,
            Where.AFTER,
            "chat262.messages.writer.LogConnection",
            "write"),
    SERVER_FRAME_ANNOUNCED(
            "a frame's message is announced, not pushed and so not answered",
            Transport.FRAME,
            Where.BEFORE,
            "chat262.live.Delivery",
            "deliver"),
    SERVER_FRAME_PUSHED(
            "a frame's message is pushed and so answered",
            Transport.FRAME,
            Where.AFTER,
            "chat262.live.Delivery",
            "deliver"),

    SENDER_KEY_MADE(
            "the key is made, nothing written",
            Transport.ANY,
            Where.AFTER,
            "chat262.it.faults.client.Outbox",
            "makeKey"),
    SENDER_OUTBOX_WRITTEN(
            "in the outbox, not sent", Transport.ANY, Where.AFTER, "chat262.it.faults.client.Outbox", "put"),
    SENDER_SENT(
            "sent over the stream, not answered",
            Transport.ANY,
            Where.AFTER,
            "chat262.it.faults.client.Stream",
            "deliver"),
    SENDER_ANSWERED(
            "answered on the stream, not noted",
            Transport.FRAME,
            Where.BEFORE,
            "chat262.it.faults.client.SenderMain",
            "settle"),

    CALLER_SENT("sent as a call, not answered", Transport.ANY, Where.AFTER, "chat262.it.faults.client.Wire", "deliver"),
    CALLER_ANSWERED(
            "answered by a call, not noted",
            Transport.CALL,
            Where.BEFORE,
            "chat262.it.faults.client.SenderMain",
            "settle"),

    RECEIVER_RECEIVED(
            "received, not journalled",
            Transport.ANY,
            Where.BEFORE,
            "chat262.it.faults.client.ReceiverMain",
            "receive"),
    RECEIVER_JOURNALLED("journalled, not shown", Transport.ANY, Where.AFTER, "chat262.it.faults.client.Journal", "add"),
    RECEIVER_SHOWN("shown, not acknowledged", Transport.ANY, Where.AFTER, "chat262.it.faults.client.Screen", "show"),
    RECEIVER_ACKNOWLEDGED("acknowledged", Transport.ANY, Where.AFTER, "chat262.it.faults.client.ReceiverMain", "move");

    /** Before or after a method. */
    enum Where {
        BEFORE,
        AFTER
    }

    private final String sentence;
    private final Transport transport;
    private final Where where;
    private final String type;
    private final String method;

    CrashPoint(String sentence, Transport transport, Where where, String type, String method) {
        this.sentence = sentence;
        this.transport = transport;
        this.where = where;
        this.type = type;
        this.method = method;
    }

    /** How far things are when it dies there. */
    public String sentence() {
        return sentence;
    }

    /** Who dies there: {@code server}, {@code sender}, {@code caller} or {@code receiver}. */
    public String who() {
        return name().substring(0, name().indexOf('_')).toLowerCase(java.util.Locale.ROOT);
    }

    /** All points of one of them, in the order of the steps. */
    public static List<CrashPoint> of(String who) {
        return Arrays.stream(values()).filter(point -> point.who().equals(who)).toList();
    }

    /** The step that the agent sees there. */
    Step step() {
        return new Step(where == Where.BEFORE, type, method);
    }

    /** How a message must have come for this to be the point. */
    Transport transport() {
        return transport;
    }

    /** Whether an answer must have had time to go out before it dies there. */
    boolean letsAnswersOut() {
        return this == SERVER_ANSWERED || this == SERVER_FRAME_PUSHED;
    }
}

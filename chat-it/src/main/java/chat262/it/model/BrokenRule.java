package chat262.it.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rule of the protocol that can be taken away, to see that the promise then breaks and that the checks notice. */
public enum BrokenRule {
    ACK_BEFORE_SHOW(Participants.RECEIVER, "the receiver acknowledges what it has journalled but not yet shown"),
    KEY_IGNORED(Participants.SENDERS, "the server stores a repeated send again"),
    SEQ_FROM_SEQUENCE(
            Participants.SENDERS, "the seq comes from a sequence, at insert, and not from the room's locked counter"),
    CURSOR_MAY_FALL(Participants.RECEIVER, "the server sets the cursor to whatever is acknowledged last"),
    READ_BEFORE_LOCK(Participants.SENDERS, "the server reads memberships and known keys before it locks the room"),
    ANSWER_BEFORE_COMMIT(Participants.SENDERS, "the server answers 201 or stored before it has committed"),
    PUSH_BEFORE_COMMIT(Participants.SENDERS, "the server pushes an entry before it has committed"),
    NEXT_BEFORE_ANSWER(Participants.SENDERS, "a sender does not wait for the answer before it sends its next message"),
    SENT_ONCE(Participants.SENDERS, "a sender that hears no answer does not repeat"),
    KEY_OF_ONE_WAY(Participants.SENDERS, "a sender takes another key when it sends a message the other way"),
    ANY_KEY_SETTLES(Participants.SENDERS, "a sender takes each pushed entry of its own for the one that it waits for"),
    HOLE_NOT_FETCHED(Participants.RECEIVER, "the receiver takes a pushed entry although it lacks the ones before");

    private final Participants participants;
    private final String sentence;

    BrokenRule(Participants participants, String sentence) {
        this.participants = participants;
        this.sentence = sentence;
    }

    /** Those among whom it shows. */
    Participants participants() {
        return participants;
    }

    /** What is done wrong. */
    public String sentence() {
        return sentence;
    }

    /** Its name on a command line: {@code ack-before-show}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of an option; empty if there is none. */
    public static Optional<BrokenRule> of(String option) {
        return Arrays.stream(values())
                .filter(rule -> rule.option().equals(option))
                .findFirst();
    }

    /** All names, for a help text. */
    public static List<String> options() {
        return Arrays.stream(values()).map(BrokenRule::option).toList();
    }
}

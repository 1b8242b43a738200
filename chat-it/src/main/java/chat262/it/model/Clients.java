package chat262.it.model;

import java.util.List;

/** What the senders and the receiver can do. */
final class Clients {
    private final Participants participants;
    private final BrokenRule broken;

    /** Clients that keep all rules but one; null for none. */
    Clients(Participants participants, BrokenRule broken) {
        this.participants = participants;
        this.broken = broken;
    }

    void addSteps(State now, List<Step> steps) {
        for (int which = 0; which < 2; which++) {
            if (participants.has(which)) {
                addSender(now, which, steps);
            }
        }
        if (participants.hasReceiver()) {
            addReceiver(now, steps);
        }
    }

    private void addSender(State now, int which, List<Step> steps) {
        Sender sender = now.sender(which);
        String name = which == 0 ? "A" : "B";
        for (int number = 0; number < Entry.messagesOf(which); number++) {
            Entry message = Entry.message(which, number);
            if (maySend(sender, number)) {
                addSends(now, message, name, steps);
            }
            if (!sender.isDone(number)) {
                addPushes(now, message, name, steps);
            }
        }
        if (sender.waiting() != 0 && broken != BrokenRule.SENT_ONCE) {
            steps.add(new Step(
                    () -> name + " crashes, or hears nothing and gives up waiting", now.with(which, sender.forgets())));
        }
        if (now.hasFrameOf(which)) {
            steps.add(new Step(() -> name + "'s socket is cut, with what was on it", now.withoutFramesOf(which)));
        }
    }

    private boolean maySend(Sender sender, int number) {
        boolean free = !sender.isDone(number);
        if (broken == BrokenRule.NEXT_BEFORE_ANSWER) {
            return free;
        }
        for (int earlier = 0; earlier < number; earlier++) {
            free &= sender.isDone(earlier);
        }
        return free;
    }

    /** By a request, also while it waits for an answer on the stream; or over the stream, if it waits for nothing. */
    private void addSends(State now, Entry message, String name, List<Step> steps) {
        int which = message.sender();
        boolean waits = now.sender(which).waitsFor(message.number());
        State sent = now.with(which, now.sender(which).sends(message.number()));
        Entry keyed = broken == BrokenRule.KEY_OF_ONE_WAY ? message.underOtherKey() : message;
        if (!waits || !now.isRequested(keyed) && broken != BrokenRule.SENT_ONCE) {
            steps.add(new Step(
                    () -> name + (waits ? " has heard nothing and" : "") + " sends " + message + " by a request",
                    sent.withRequest(keyed)));
        }
        if (!waits) {
            steps.add(new Step(() -> name + " sends " + message + " over the stream", sent.withFrame(message)));
        }
    }

    /** What is in the log may come to its sender over the stream at any time, however it was sent. */
    private void addPushes(State now, Entry message, String name, List<Step> steps) {
        int which = message.sender();
        State settled = now.with(which, now.sender(which).hears(message.number(), true));
        if (now.log().contains(message)) {
            steps.add(new Step(() -> name + " gets " + message + " pushed with its key", settled));
        } else if (broken == BrokenRule.PUSH_BEFORE_COMMIT && now.isInserted(message)) {
            steps.add(new Step(() -> name + " gets " + message + " pushed before the commit", settled));
        } else if (broken == BrokenRule.ANY_KEY_SETTLES
                && now.sender(which).waitsFor(message.number())
                && now.log().containsOtherOf(message)) {
            steps.add(new Step(
                    () -> name + " gets another entry of its own pushed and takes it for " + message, settled));
        }
    }

    private void addReceiver(State now, List<Step> steps) {
        Receiver me = now.receiver();
        int last = me.journal().last();
        for (int seq = 1; seq <= now.log().last(); seq++) {
            int arrives = arriving(now.log(), last, seq);
            if (arrives > last) {
                Receiver after = me.journals(arrives, now.log().at(arrives));
                steps.add(new Step(() -> "the receiver gets and journals " + entry(now, arrives), now.with(after)));
            }
        }
        if (me.journal().next(me.view()) != 0) {
            int next = me.journal().next(me.view());
            steps.add(new Step(() -> "the receiver shows " + entry(now, next), now.with(me.shows(next))));
        }
        steps.add(new Step(() -> "the receiver crashes and starts again", now.with(me.restarts(now.cursor()))));
    }

    /** What the receiver takes when a seq is pushed to it: that one, what a fetch finds first instead, or nothing. */
    private int arriving(Log log, int last, int pushed) {
        if (!log.has(pushed) || pushed <= last) {
            return 0;
        }
        boolean taken = pushed == last + 1 || broken == BrokenRule.HOLE_NOT_FETCHED;
        return taken ? pushed : log.next(last);
    }

    private static String entry(State now, int seq) {
        return now.log().at(seq) + " at " + seq;
    }
}

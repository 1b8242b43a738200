package chat262.it.model;

import java.util.List;

/** What the two senders and the receiver can do. */
final class Clients {
    private final BrokenRule broken;

    /** Clients that keep all rules but one; null for none. */
    Clients(BrokenRule broken) {
        this.broken = broken;
    }

    void addSteps(State now, List<Step> steps) {
        addSender(now, 0, steps);
        addSender(now, 1, steps);
        addReceiver(now, steps);
    }

    private void addSender(State now, int which, List<Step> steps) {
        Sender sender = now.sender(which);
        String name = which == 0 ? "A" : "B";
        for (int number = 0; number < Entry.messagesOf(which); number++) {
            Entry message = Entry.message(which, number);
            boolean repeated = (now.requests() & message.bit()) != 0;
            if (maySend(sender, number) && !(repeated && broken == BrokenRule.SENT_ONCE)) {
                steps.add(new Step(
                        () -> name + " sends " + message,
                        now.with(which, sender.sends(number)).withRequest(message)));
            }
        }
        if (sender.waiting() != 0) {
            steps.add(new Step(
                    () -> name + " crashes, or hears nothing and gives up waiting", now.with(which, sender.forgets())));
        }
    }

    private boolean maySend(Sender sender, int number) {
        boolean free = !sender.isDone(number) && !sender.waitsFor(number);
        if (broken == BrokenRule.NEXT_BEFORE_ANSWER) {
            return free;
        }
        for (int earlier = 0; earlier < number; earlier++) {
            free &= sender.isDone(earlier);
        }
        return free;
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

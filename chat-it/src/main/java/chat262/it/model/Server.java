package chat262.it.model;

import chat262.it.model.Work.Phase;
import java.util.List;

/** What the server can do, and the owner through it. */
final class Server {
    private final BrokenRule broken;

    /** A server that keeps all rules but one; null for none. */
    Server(BrokenRule broken) {
        this.broken = broken;
    }

    void addSteps(State now, List<Step> steps) {
        addBegin(now, steps);
        addWork(now, now.one(), now.two(), steps);
        addWork(now, now.two(), now.one(), steps);
        addAcknowledgements(now, steps);
        if (now.isMember(1) && (!now.isLocked() || broken == BrokenRule.SEQ_FROM_SEQUENCE)) {
            int seq = nextSeq(now);
            steps.add(new Step(
                    () -> "the owner removes B, which is entry " + seq,
                    take(now, seq).with(now.log().with(seq, Entry.REMOVED_B))));
        }
        if (!now.one().is(Phase.IDLE) || !now.two().is(Phase.IDLE)) {
            steps.add(new Step(() -> "the server crashes and starts again", now.withServerRestarted()));
        }
    }

    private static void addBegin(State now, List<Step> steps) {
        if (!now.one().is(Phase.IDLE)) {
            return;
        }
        for (int i = 0; i < Entry.count(); i++) {
            Entry message = Entry.at(i);
            Work begun = new Work(message, Phase.BEGUN, 0);
            if (now.isRequested(message)) {
                steps.add(new Step(() -> "a request with " + message + " arrives", now.withWorks(begun, now.two())));
            }
            if (now.hasFrame(message)) {
                steps.add(new Step(
                        () -> "a frame with " + message + " arrives",
                        now.withoutFrame(message).withWorks(begun, now.two())));
            }
        }
    }

    private void addWork(State now, Work work, Work other, List<Step> steps) {
        switch (work.phase()) {
            case IDLE -> {}
            case BEGUN -> addBegun(now, work, other, steps);
            case CLEARED -> addLock(now, work, other, steps);
            case LOCKED -> steps.add(decide(now, work, other));
            case INSERTED -> addInserted(now, work, other, steps);
            case ANSWERED -> steps.add(commit(now, work, other, Work.NONE));
            case STORED -> addAnswer(now, work, other, true, steps);
            case REFUSED -> addAnswer(now, work, other, false, steps);
        }
    }

    private void addBegun(State now, Work work, Work other, List<Step> steps) {
        if (broken == BrokenRule.SEQ_FROM_SEQUENCE) {
            steps.add(decide(now, work, other));
        } else if (broken == BrokenRule.READ_BEFORE_LOCK) {
            Phase read = read(now, work);
            steps.add(new Step(
                    () -> "the server reads, before the lock, that " + reading(work, read),
                    now.withWorks(work.to(read == Phase.INSERTED ? Phase.CLEARED : read), other)));
        } else {
            addLock(now, work, other, steps);
        }
    }

    private static void addLock(State now, Work work, Work other, List<Step> steps) {
        if (!now.isLocked()) {
            steps.add(new Step(
                    () -> "the server locks the room for " + work.message(),
                    now.withWorks(work.to(Phase.LOCKED), other)));
        }
    }

    /** Reads the key and the membership, and goes on from there. */
    private Step decide(State now, Work work, Work other) {
        Phase read = broken == BrokenRule.READ_BEFORE_LOCK ? Phase.INSERTED : read(now, work);
        if (broken == BrokenRule.READ_BEFORE_LOCK && now.log().containsKeyOf(work.message())) {
            return new Step(
                    () -> "the key of " + work.message() + " collides, so the server begins again",
                    now.withWorks(work.to(Phase.BEGUN), other));
        }
        if (read != Phase.INSERTED) {
            return new Step(() -> "the server sees that " + reading(work, read), now.withWorks(work.to(read), other));
        }
        int seq = nextSeq(now);
        return new Step(
                () -> "the server inserts " + work.message() + " as " + seq,
                take(now, seq).withWorks(work.inserts(seq), other));
    }

    private Phase read(State now, Work work) {
        if (broken != BrokenRule.KEY_IGNORED && now.log().containsKeyOf(work.message())) {
            return Phase.STORED;
        }
        return now.isMember(work.message().sender()) ? Phase.INSERTED : Phase.REFUSED;
    }

    private static String reading(Work work, Phase read) {
        return switch (read) {
            case STORED -> "the key of " + work.message() + " is known";
            case REFUSED -> "B is no member";
            default -> work.message() + " is new and its sender a member";
        };
    }

    private void addInserted(State now, Work work, Work other, List<Step> steps) {
        if (broken == BrokenRule.ANSWER_BEFORE_COMMIT) {
            steps.add(answer(now, work, other, true, work.to(Phase.ANSWERED)));
        } else if (broken == BrokenRule.SEQ_FROM_SEQUENCE && now.log().containsKeyOf(work.message())) {
            steps.add(new Step(
                    () -> "the key of " + work.message() + " collides, so the server begins again",
                    now.withWorks(work.to(Phase.BEGUN), other)));
        } else {
            steps.add(commit(now, work, other, work.to(Phase.STORED)));
        }
    }

    private static Step commit(State now, Work work, Work other, Work after) {
        return new Step(
                () -> "the server commits " + work.message() + " as " + work.seq(),
                now.withWorks(after, other).with(now.log().with(work.seq(), work.message())));
    }

    private static void addAnswer(State now, Work work, Work other, boolean ok, List<Step> steps) {
        steps.add(answer(now, work, other, ok, Work.NONE));
        if (waitsFor(now, work)) {
            steps.add(new Step(
                    () -> "the server's answer to " + work.message() + " is lost", now.withWorks(Work.NONE, other)));
        }
    }

    private static boolean waitsFor(State now, Work work) {
        return now.sender(work.message().sender()).waitsFor(work.message().number());
    }

    /** The answer reaches its sender if that still waits for it, otherwise no one. */
    private static Step answer(State now, Work work, Work other, boolean ok, Work after) {
        int which = work.message().sender();
        int number = work.message().number();
        State answered = now.withWorks(after, other);
        String verb = ok ? "the server answers that it has " : "the server refuses ";
        return waitsFor(now, work)
                ? new Step(
                        () -> verb + work.message(),
                        answered.with(which, now.sender(which).hears(number, ok)))
                : new Step(() -> verb + work.message() + ", but nobody waits for it", answered);
    }

    /** The receiver has acknowledged all that it has shown; each of that may arrive now, the old as well as the new. */
    private void addAcknowledgements(State now, List<Step> steps) {
        boolean early = broken == BrokenRule.ACK_BEFORE_SHOW;
        int acknowledged =
                early ? now.receiver().journal().last() : now.receiver().seen();
        for (int seq = 1; seq <= acknowledged; seq++) {
            if (broken == BrokenRule.CURSOR_MAY_FALL ? seq != now.cursor() : seq > now.cursor()) {
                State after = now.withCursor(seq);
                steps.add(new Step(() -> "the receiver's acknowledgement of " + after.cursor() + " arrives", after));
            }
        }
    }

    private int nextSeq(State now) {
        return broken == BrokenRule.SEQ_FROM_SEQUENCE
                ? now.taken() + 1
                : now.log().last() + 1;
    }

    private State take(State now, int seq) {
        return broken == BrokenRule.SEQ_FROM_SEQUENCE ? now.withTaken(seq) : now;
    }
}

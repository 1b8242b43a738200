package chat262.messages.writer;

import chat262.rooms.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * How far a member has shown a room: all that its devices have said since the last batch, which comes down to one move of
 * the cursor. Not thread-safe.
 */
final class Acknowledgement {
    private final MemberId member;
    private final NavigableMap<Long, CompletableFuture<Long>> asked = new TreeMap<>();

    Acknowledgement(MemberId member) {
        this.member = member;
    }

    MemberId member() {
        return member;
    }

    /** Says that everything up to a seq was shown; the answer is where the cursor then stands. */
    CompletableFuture<Long> ask(long seq) {
        return asked.computeIfAbsent(seq, same -> new CompletableFuture<>());
    }

    /** How many different seqs were named. */
    int size() {
        return asked.size();
    }

    /** The highest seq that was named and exists; 0 if none does. */
    long highestUpTo(long lastSeq) {
        Long highest = asked.floorKey(lastSeq);
        return highest == null ? 0 : highest;
    }

    /** The answers that wait for a seq that exists. */
    Collection<CompletableFuture<Long>> upTo(long lastSeq) {
        return asked.headMap(lastSeq, true).values();
    }

    /** The answers that wait for a seq that doesn't exist yet. */
    Collection<CompletableFuture<Long>> beyond(long lastSeq) {
        return asked.tailMap(lastSeq, false).values();
    }

    /** The answers to all, if it has failed. */
    List<Runnable> failures(Throwable failure) {
        return asked.values().stream()
                .map(answer -> (Runnable) () -> answer.completeExceptionally(failure))
                .toList();
    }
}

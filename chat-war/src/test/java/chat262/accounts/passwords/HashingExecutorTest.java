package chat262.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.problems.ProblemException;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HashingExecutorTest {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final HashingExecutor executor = new HashingExecutor();
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    /** Threads of no container. */
    private static final class Threads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void start() {
        executor.factory = new Threads();
        executor.start();
        for (int i = 0; i < THREADS; i++) {
            CountDownLatch begun = new CountDownLatch(1);
            executor.submit(stranger("first " + i), () -> {
                begun.countDown();
                return await(held);
            });
            await(begun);
        }
    }

    @AfterEach
    void stop() {
        held.countDown();
        executor.stop();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Requester stranger(String address) {
        return new Requester(address, false, false);
    }

    private CompletableFuture<Boolean> submit(Requester who) {
        return executor.submit(who, () -> order.add(who.name())).toCompletableFuture();
    }

    @Test
    void aMemberComesBeforeAllStrangersWhoWait() {
        List<CompletableFuture<Boolean>> all = Stream.of(
                        stranger("a"), stranger("b"), new Requester("member", true, false), stranger("c"))
                .map(this::submit)
                .toList();
        held.countDown();
        all.forEach(CompletableFuture::join);
        assertThat(order).hasSize(4);
        assertThat(order.indexOf("member")).isLessThan(THREADS);
    }

    @Test
    void ofTooManyStrangersTheLastIsRefusedAndMembersAreNot() {
        for (int i = 0; i < HashingExecutor.MAX_WAITING; i++) {
            submit(stranger("crowd"));
        }
        assertThatThrownBy(submit(stranger("crowd"))::join).hasCauseInstanceOf(ProblemException.class);
        CompletableFuture<Boolean> member = submit(new Requester("member", true, false));
        held.countDown();
        assertThat(member.join()).isTrue();
    }
}

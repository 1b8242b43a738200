package chat262.accounts.passwords;

import chat262.platform.SafeLog;
import chat262.problems.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Hashes passwords on half of the cores, so that requests of all other kinds have the other half and all request threads,
 * however many strangers log in. Members come first, and have a queue of their own. Thread-safe.
 */
@ApplicationScoped
public class HashingExecutor {
    private static final Logger LOG = Logger.getLogger(HashingExecutor.class.getName());

    /** Maximum of waiting members, and of waiting strangers: some ten seconds of one core. */
    static final int MAX_WAITING = 64;

    /** Threads for what follows, such as opening a session: it waits for the database, and must not hold up hashing. */
    private static final int THREADS_AFTERWARDS = 16;

    @Resource
    ManagedThreadFactory factory;

    private final Lock lock = new ReentrantLock();
    private final Condition somethingWaits = lock.newCondition();
    private final FairQueue<Task<?>> members = new FairQueue<>(MAX_WAITING);
    private final FairQueue<Task<?>> strangers = new FairQueue<>(MAX_WAITING);
    private List<Thread> threads = List.of();
    private ThreadPoolExecutor afterwards;

    @PostConstruct
    void start() {
        afterwards = new ThreadPoolExecutor(
                THREADS_AFTERWARDS, THREADS_AFTERWARDS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), factory);
        afterwards.allowCoreThreadTimeOut(true);
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        threads =
                Stream.generate(() -> factory.newThread(this::run)).limit(count).toList();
        for (Thread thread : threads) {
            thread.setName("262chat hashing");
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        threads.forEach(Thread::interrupt);
        afterwards.shutdown();
    }

    /**
     * Runs something that hashes. What depends on the returned stage runs in other threads.
     *
     * @return fails with {@code overloaded} if too many wait
     */
    public <T> CompletionStage<T> submit(Requester who, Supplier<T> hashing) {
        Task<T> task = new Task<>(hashing, new CompletableFuture<>());
        lock.lock();
        try {
            (who.isMember() ? members : strangers)
                    .offer(who.name(), task)
                    .ifPresent(refused -> refused.refuse(afterwards));
            somethingWaits.signal();
        } finally {
            lock.unlock();
        }
        return task.result;
    }

    private void run() {
        try {
            while (true) {
                Task<?> task = take();
                try {
                    task.run(afterwards);
                } catch (RejectedExecutionException e) {
                    return; // the server stops
                } catch (RuntimeException | Error e) { // without this thread nobody could log in any more
                    SafeLog.log(LOG, Level.SEVERE, "A password was hashed for nothing", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        }
    }

    private Task<?> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Task<?> member = members.poll();
                Task<?> next = member == null ? strangers.poll() : member;
                if (next != null) {
                    return next;
                }
                somethingWaits.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private record Task<T>(Supplier<T> hashing, CompletableFuture<T> result) {
        void run(Executor afterwards) {
            afterwards.execute(completion());
        }

        private Runnable completion() {
            try {
                T value = hashing.get();
                return () -> result.complete(value);
            } catch (RuntimeException | Error e) {
                return () -> result.completeExceptionally(e);
            }
        }

        void refuse(Executor afterwards) {
            afterwards.execute(() -> result.completeExceptionally(Problems.tooManyLogins()));
        }
    }
}

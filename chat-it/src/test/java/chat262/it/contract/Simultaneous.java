package chat262.it.contract;

import chat262.it.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Calls that are made at the same time. */
final class Simultaneous {
    static final int CALLS = 8;

    private Simultaneous() {}

    /** Makes calls, each in a thread of its own, and returns their answers in the same order. */
    static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            CyclicBarrier start = new CyclicBarrier(calls.size());
            List<Future<Answer>> running = calls.stream()
                    .map(call -> pool.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Makes one call several times. */
    static List<Answer> manyAtOnce(Callable<Answer> call) throws Exception {
        return atOnce(IntStream.range(0, CALLS).mapToObj(n -> call).toList());
    }

    /** The problem of each answer, or its status. */
    static List<String> outcomes(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.slug().orElse("" + answer.status()))
                .toList();
    }
}

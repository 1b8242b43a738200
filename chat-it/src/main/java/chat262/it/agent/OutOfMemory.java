package chat262.it.agent;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Breaks no rule, but lets the server's own threads run out of memory, each once, when they are about to do something. */
final class OutOfMemory implements Breach {
    private final Set<Step> thrown = ConcurrentHashMap.newKeySet();

    @Override
    public String rule() {
        return "out-of-memory";
    }

    @Override
    public Object[] before(Call call) {
        Step step = call.step();
        boolean isTurnOfThread = step.isBefore("Inbox", "take") || step.isBefore("LiveEventLoop", "flushAcks");
        if (isTurnOfThread && thrown.add(step)) {
            throw new OutOfMemoryError("on purpose");
        }
        return null;
    }
}

package chat262.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.ThreadLocalRandom;

/** Carries out {@link Repeated}. */
@Repeated
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RepeatOnCollision {
    private static final int TRIES = 8;

    @AroundInvoke
    Object repeat(InvocationContext call) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                if (attempt == TRIES || !DatabaseFault.of(e).isCollision()) {
                    throw e;
                }
                // Two that collide must not meet again at once.
                Thread.sleep(ThreadLocalRandom.current().nextInt(5 * attempt) + 1L);
            }
        }
    }
}

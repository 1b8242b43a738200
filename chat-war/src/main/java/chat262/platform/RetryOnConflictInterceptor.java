package chat262.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.ThreadLocalRandom;

/** Implements {@link RetryOnConflict}. */
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RetryOnConflictInterceptor {
    private static final int MAX_ATTEMPTS = 8;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !DatabaseFault.of(e).isConflict()) {
                    throw e;
                }
                // A random pause, or the same two calls would conflict again.
                Thread.sleep(ThreadLocalRandom.current().nextInt(5 * attempt) + 1L);
            }
        }
    }
}

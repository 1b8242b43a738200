package chat262.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Implements {@link RetryOnConflict}. */
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RetryOnConflictInterceptor {
    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        return ConflictRetry.of(call::proceed);
    }
}

package chat262.platform;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource: a call whose transaction conflicts with another one is tried again, a few times. The interceptor is outside
 * the transaction, so nothing is left of a failed try; and as services query before they store, the next try finds what the
 * other call has stored. What a resource does after it has returned a {@code CompletionStage} uses {@link ConflictRetry}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RetryOnConflict {}

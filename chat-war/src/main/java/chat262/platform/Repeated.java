package chat262.platform;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource: a call whose transaction collided with another's is made again, a few times. It stands outside the
 * transaction, so nothing of the first try is left; and since services look before they store, the next try finds what
 * the other one has stored.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Repeated {}

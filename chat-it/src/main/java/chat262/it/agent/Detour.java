package chat262.it.agent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * What Byte Buddy copies into a method: it asks the {@link FaultSwitch} before and after. Only types of Java itself, and
 * the fault switch by way of the system properties, because the copies live in classes whose loaders know nothing of the
 * agent's.
 */
final class Detour {
    static final String FAULT_SWITCH = "chat262.it.agent.faults";

    private Detour() {}

    /** Stands for the class that the method is in. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Type {}

    /** Stands for the method's name. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Method {}

    /** Returns null, or the array with the result that stands in for the whole method. */
    @SuppressWarnings("unchecked")
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static Object[] before(
            @Type String type,
            @Method String method,
            @Advice.This Object self,
            @Advice.AllArguments Object[] arguments) {
        Object faults = System.getProperties().get("chat262.it.agent.faults");
        return ((Function<Object[], Object[]>) faults)
                .apply(new Object[] {Boolean.TRUE, type, method, self, arguments, null});
    }

    @SuppressWarnings("unchecked")
    @Advice.OnMethodExit
    static void after(
            @Type String type,
            @Method String method,
            @Advice.Enter Object[] instead,
            @Advice.This Object self,
            @Advice.AllArguments Object[] arguments,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object result) {
        if (instead != null) {
            result = instead[0];
        }
        Object faults = System.getProperties().get("chat262.it.agent.faults");
        result = ((Function<Object[], Object[]>) faults)
                .apply(new Object[] {Boolean.FALSE, type, method, self, arguments, result})[0];
    }
}

package chat262.requests;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/** Builds a record from a function that gives the value of each component. */
final class RecordComponents {
    /** Cached, as reflection looks both up anew each time. */
    private static final ClassValue<Signature> SIGNATURES = new ClassValue<>() {
        @Override
        protected Signature computeValue(Class<?> type) {
            return Signature.of(type);
        }
    };

    private record Signature(RecordComponent[] components, Constructor<?> constructor) {
        static Signature of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Signature(components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has this constructor: " + type, e);
            }
        }
    }

    private RecordComponents() {}

    static <R> R build(Class<R> type, Function<RecordComponent, Object> values) {
        Signature signature = SIGNATURES.get(type);
        Object[] arguments = new Object[signature.components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values.apply(signature.components[i]);
        }
        try {
            return type.cast(signature.constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a request record has one public constructor: " + type, e);
        }
    }
}

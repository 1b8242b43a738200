package chat262.requests;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/** Makes a record from what a function says of each of its components. */
final class RecordComponents {
    /** Java looks both up anew whenever it is asked. */
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private record Shape(RecordComponent[] components, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has this constructor: " + type, e);
            }
        }
    }

    private RecordComponents() {}

    static <R> R build(Class<R> type, Function<RecordComponent, Object> values) {
        Shape shape = SHAPES.get(type);
        Object[] arguments = new Object[shape.components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values.apply(shape.components[i]);
        }
        try {
            return type.cast(shape.constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a request record has one public constructor: " + type, e);
        }
    }
}

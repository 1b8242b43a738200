package chat262.it.agent;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * One call of a method that the agent changes, with a way into objects whose classes it can't name.
 *
 * @param step which method, and whether it is still to come
 * @param self whose method
 * @param arguments with what
 * @param result what it returned, if it has
 */
record Call(Step step, Object self, Object[] arguments, Object result) {

    /** Whether it is after a method of the writer's that takes a whole batch. */
    boolean isOfBatch(String method) {
        return step.isAfter("LogConnection", method) && isBatch(arguments[0]);
    }

    /** Whether it is about storing messages, and not only about cursors, or nothing at all. */
    boolean storesSomething() {
        Object first = arguments.length == 0 ? "" : arguments[0];
        if (first instanceof Map<?, ?> map) {
            return !map.isEmpty();
        } else if (first instanceof Collection<?> collection) {
            return !collection.isEmpty();
        }
        return !isBatch(first) || !((Collection<?>) get(first, "sends")).isEmpty();
    }

    private static boolean isBatch(Object object) {
        return object.getClass().getSimpleName().equals("Batch");
    }

    /** The value of a field. */
    static Object field(Object object, String name) {
        try {
            return open(declaredField(object.getClass(), name)).get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** A constant of a class that an object's class knows. */
    static Object constant(Object object, String type, String name) {
        try {
            return Class.forName(type, true, object.getClass().getClassLoader())
                    .getField(name)
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + "." + name, e);
        }
    }

    static void setField(Object object, String name, Object value) {
        try {
            open(declaredField(object.getClass(), name)).set(object, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** What a method returns that takes these arguments, and of whose name there is only one of that many. */
    static Object get(Object object, String name, Object... arguments) {
        try {
            Method method = Arrays.stream(object.getClass().getDeclaredMethods())
                    .filter(each -> each.getName().equals(name) && takes(each, arguments))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(name));
            return open(method).invoke(object, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** A new object of a class that has one constructor. */
    static Object make(Class<?> type, Object... arguments) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return open(constructor).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static boolean takes(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isPrimitive() && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Field declaredField(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }
}

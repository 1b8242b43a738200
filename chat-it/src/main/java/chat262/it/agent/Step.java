package chat262.it.agent;

/**
 * A moment in a program: just before or just after a method.
 *
 * @param before whether the method is still to come
 * @param type the full name of the class that declares it
 * @param method its name
 */
record Step(boolean before, String type, String method) {
    /** Whether it is before that method of a class whose simple name is given. */
    boolean isBefore(String simpleType, String name) {
        return before && is(simpleType, name);
    }

    /** Whether it is after that method. */
    boolean isAfter(String simpleType, String name) {
        return !before && is(simpleType, name);
    }

    private boolean is(String simpleType, String name) {
        return method.equals(name) && type.endsWith("." + simpleType);
    }
}

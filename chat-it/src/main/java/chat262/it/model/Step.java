package chat262.it.model;

import java.util.function.Supplier;

/**
 * Something that can happen.
 *
 * @param what as a sentence; asked for only where a trace is printed
 * @param next the state after it
 */
record Step(Supplier<String> what, State next) {}

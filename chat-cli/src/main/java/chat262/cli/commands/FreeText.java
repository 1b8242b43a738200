package chat262.cli.commands;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a command's last parameter: it takes all that follows the others, as it was typed, also what looks like an option.
 * Options stand before the first parameter. {@link CommandLines} makes it so.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeText {}

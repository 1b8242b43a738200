package chat262.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The database has a part in what these checks ask, so they run once more, on PostgreSQL. */
@Tag("storage")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TouchesStorage {}

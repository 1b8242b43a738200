package chat262.schema;

import jakarta.enterprise.context.ApplicationScoped;

/** The lowest level of all servers that share the database and are alive: what all of them know can be stored. Thread-safe. */
@ApplicationScoped
public class CommonLevel {
    private volatile int level = SchemaLevel.CURRENT;

    public int level() {
        return level;
    }

    /** The levels of the nodes have been looked up. */
    public void set(int lowest) {
        level = lowest;
    }
}

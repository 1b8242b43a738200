package chat262.it.agent;

import java.util.function.Supplier;

/**
 * Breaks no rule, but makes passwords as expensive as could be: they are hashed only when something else is asked for.
 *
 * @param current the rule that is asked for now
 */
record HashingHeld(Supplier<String> current) implements Breach {
    @Override
    public String rule() {
        return "hashing-held";
    }

    @Override
    public Object[] before(Call call) {
        while (call.step().isBefore("PasswordHasher", "hash") && current.get().equals(rule())) {
            Breach.openGap();
        }
        return null;
    }
}

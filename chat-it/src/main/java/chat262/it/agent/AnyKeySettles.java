package chat262.it.agent;

import java.util.Map;

/** A sender takes each pushed entry of its own for the one that it waits for. */
final class AnyKeySettles implements Breach {
    @Override
    public String rule() {
        return "any-key-settles";
    }

    @Override
    public Object after(Call call) {
        if (!call.step().isAfter("Stream", "keyIn")) {
            return call.result();
        }
        Map<?, ?> expected = (Map<?, ?>) Call.field(call.self(), "expected");
        return expected.keySet().stream().map(Object.class::cast).findFirst().orElse(call.result());
    }
}

package chat262.it.agent;

import java.util.List;

/**
 * Breaks no rule, but draws out moments in which something else can happen.
 *
 * @param rule how it is asked for
 * @param moments which ones
 */
record DrawnOut(String rule, List<Step> moments) implements Breach {
    @Override
    public Object[] before(Call call) {
        drawOut(call);
        return null;
    }

    @Override
    public Object after(Call call) {
        drawOut(call);
        return call.result();
    }

    private void drawOut(Call call) {
        if (moments.contains(call.step())) {
            Breach.openGap();
        }
    }
}

package chat262.it.agent;

import chat262.api.server.ServerProperties;

/**
 * Breaks no rule, but draws out a start: calls that have come to the server and have their place there already go on when it
 * serves.
 */
final class CallsHeld implements Breach {
    @Override
    public String rule() {
        return "calls-held";
    }

    @Override
    public Object[] before(Call call) {
        if (call.step().isBefore("CoyoteAdapter", "doService")
                && String.valueOf(Call.get(call.arguments()[0], "getRequestURI"))
                        .startsWith("/api/")) {
            while (!Boolean.getBoolean(ServerProperties.SERVING)) {
                Breach.openGap();
            }
        }
        return null;
    }
}

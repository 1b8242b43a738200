package chat262.it.agent;

/**
 * Breaks no rule, but draws out a moment of Grizzly's: who asks an answer for its status, where none is set, sets 200. If
 * another thread sets a status in between, that is lost.
 */
final class StatusInTwoSteps implements Breach {
    private static final String ANSWER = "HttpResponsePacket";

    @Override
    public String rule() {
        return "status-in-two-steps";
    }

    @Override
    public Object[] before(Call call) {
        if (!call.step().isBefore(ANSWER, "getHttpStatus")) {
            return null;
        }
        boolean missing = Call.field(call.self(), "httpStatus") == null;
        Breach.openGap();
        if (!missing) {
            Breach.openGap(); // who sees a status goes on after the one who saw none
            return null;
        }
        Object ok = Call.constant(call.self(), "org.glassfish.grizzly.http.util.HttpStatus", "OK_200");
        Call.setField(call.self(), "httpStatus", ok);
        return new Object[] {ok};
    }
}

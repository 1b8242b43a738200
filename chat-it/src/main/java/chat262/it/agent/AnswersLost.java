package chat262.it.agent;

/** Breaks no rule, but ends each call in the container before it comes to the application, as a stop or an error could. */
final class AnswersLost implements Breach {
    @Override
    public String rule() {
        return "answers-lost";
    }

    @Override
    public Object[] before(Call call) {
        boolean lost = call.step().isBefore("ApplicationFilterChain", "doFilter")
                && String.valueOf(Call.get(call.arguments()[0], "getRequestURI"))
                        .startsWith("/api/");
        return lost ? new Object[] {null} : null;
    }
}

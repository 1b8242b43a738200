package chat262.it.agent;

/** How a rule is broken, or a moment drawn out. */
interface Breach {
    /** Long enough for another thread to come in between, where a breach opens a gap. */
    long GAP_MILLIS = 150;

    /** The rule's option, as the model names it. */
    String rule();

    /** Before a method: null lets it run; an array stands in for it, with the result as its only element. */
    default Object[] before(Call call) {
        return null;
    }

    /** After a method: returns what it returns. */
    default Object after(Call call) {
        return call.result();
    }

    static void openGap() {
        try {
            Thread.sleep(GAP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

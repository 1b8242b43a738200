package chat262.connector;

/** A request that the connector does not pass on, and why. */
final class Refused extends RuntimeException {
    private final Refusal refusal;

    Refused(Refusal refusal, String detail) {
        // No stack trace: it would only ever show this package, and somebody may send many such requests.
        super(detail, null, false, false);
        this.refusal = refusal;
    }

    static Refused invalid(String detail) {
        return new Refused(Refusal.INVALID, detail);
    }

    Refusal refusal() {
        return refusal;
    }
}

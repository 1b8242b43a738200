package chat262.it.agent;

/** A receiver acknowledges what it has journalled, and shows it only then. */
final class AckBeforeShow implements Breach {
    @Override
    public String rule() {
        return "ack-before-show";
    }

    @Override
    public Object[] before(Call call) {
        if (call.step().isBefore("ReceiverMain", "show")) {
            Call.get(call.self(), "acknowledge");
            Breach.openGap();
        }
        return null;
    }

    @Override
    public Object after(Call call) {
        return call.step().isAfter("ReceiverMain", "toAcknowledge")
                ? Call.get(Call.field(call.self(), "journal"), "last")
                : call.result();
    }
}

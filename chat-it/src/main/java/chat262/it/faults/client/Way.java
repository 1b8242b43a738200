package chat262.it.faults.client;

/** How a sender learned what became of a message. */
public enum Way {
    PUSHED("messages settled by the pushed entry with their key"),
    STORED("messages settled by stored"),
    REPEATED("messages settled by stored, as a repeat"),
    CREATED("messages settled by a call's 201"),
    KNOWN("messages settled by a call's 200"),
    REFUSED_ON_STREAM("messages refused on the stream"),
    REFUSED_BY_CALL("messages refused by a call");

    private final String sentence;

    Way(String sentence) {
        this.sentence = sentence;
    }

    /** What a report counts under it. */
    public String sentence() {
        return sentence;
    }
}

package chat262.it.bench;

/** The least that a JVM can do: it starts and says so. */
final class JvmAlone {
    static final String SAYS = "started";

    private JvmAlone() {}

    public static void main(String[] arguments) {
        System.out.println(SAYS);
    }
}

package chat262.cluster;

/** How nodes wake each other up. */
interface WakeUpBus {
    /** For a server without other nodes to hear from. */
    WakeUpBus NONE = new WakeUpBus() {
        @Override
        public Hints hints() {
            return Hints.NONE;
        }

        @Override
        public void start(HintListener listener) {}

        @Override
        public void stop() {}
    };

    /** What takes hints for the other nodes. */
    Hints hints();

    /** Begins to receive; the listener is also told when something may have been missed. */
    void start(HintListener listener);

    /** Sends and receives nothing more. */
    void stop();
}

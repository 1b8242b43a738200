package chat262.live;

import chat262.problems.Problems;

/** What comes of the frames that clients send. Belongs to the switchboard's thread. */
final class ClientTalk {
    private final Subscriptions subscriptions;
    private final Acks acks;

    ClientTalk(Subscriptions subscriptions, Acks acks) {
        this.subscriptions = subscriptions;
        this.acks = acks;
    }

    void heard(LiveSocket socket, ClientFrame frame) {
        Audience audience = subscriptions.audience(frame.room());
        if (audience == null || !audience.has(socket)) {
            socket.send(ServerFrames.problem(Problems.notFound("room"), frame.room()));
            return;
        }
        switch (frame.type()) {
            case ACK -> acks.add(socket, audience, frame.seq());
            case WATCH -> audience.watch(socket, frame.on());
            case TYPING -> tellTyping(socket, audience);
            default -> throw new IllegalStateException("no client says " + frame.type());
        }
    }

    private static void tellTyping(LiveSocket socket, Audience audience) {
        long accountId = socket.caller().accountId();
        if (!audience.types(accountId, System.nanoTime())) {
            return;
        }
        byte[] typing = ServerFrames.typing(audience.roomId(), socket.caller().username());
        for (LiveSocket watcher : audience.watchers()) {
            if (watcher.caller().accountId() != accountId) {
                watcher.send(typing);
            }
        }
    }
}

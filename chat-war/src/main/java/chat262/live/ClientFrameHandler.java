package chat262.live;

import chat262.problems.Problems;

/** Does what the frames of clients ask for. Used by the event loop only. */
final class ClientFrameHandler {
    private final Subscriptions subscriptions;
    private final AckBuffer acks;

    ClientFrameHandler(Subscriptions subscriptions, AckBuffer acks) {
        this.subscriptions = subscriptions;
        this.acks = acks;
    }

    void handle(Subscriber subscriber, ClientFrame frame) {
        RoomSubscribers room = subscriptions.room(frame.room());
        if (room == null || !room.has(subscriber)) {
            subscriber.send(ServerFrames.problem(Problems.notFound("room"), frame.room()));
            return;
        }
        switch (frame.type()) {
            case ACK -> acks.add(subscriber, room, frame.seq());
            case WATCH -> room.watch(subscriber, frame.on());
            case TYPING -> pushTyping(subscriber, room);
            default -> throw new IllegalStateException("no client sends " + frame.type());
        }
    }

    private static void pushTyping(Subscriber subscriber, RoomSubscribers room) {
        long accountId = subscriber.caller().accountId();
        if (!room.isTypingDue(accountId, System.nanoTime())) {
            return;
        }
        byte[] typing = ServerFrames.typing(room.roomId(), subscriber.caller().username());
        for (Subscriber watcher : room.watchers()) {
            if (watcher.caller().accountId() != accountId) {
                watcher.send(typing);
            }
        }
    }
}

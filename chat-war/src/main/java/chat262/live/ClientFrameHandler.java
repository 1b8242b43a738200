package chat262.live;

import chat262.accounts.Caller;
import chat262.cluster.Hints;
import chat262.problems.Problems;

/** Does what the frames of clients ask for. Used by the event loop only. */
final class ClientFrameHandler {
    private final Subscriptions subscriptions;
    private final AckBuffer acks;
    private final Hints hints;

    ClientFrameHandler(Subscriptions subscriptions, AckBuffer acks, Hints hints) {
        this.subscriptions = subscriptions;
        this.acks = acks;
        this.hints = hints;
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
            case TYPING -> pushTyping(subscriber.caller(), room);
            default -> throw new IllegalStateException("no client sends " + frame.type());
        }
    }

    private void pushTyping(Caller typist, RoomSubscribers room) {
        if (room.pushTyping(typist.accountId(), typist.username())) {
            hints.typing(room.roomId(), typist.accountId(), typist.username());
        }
    }
}

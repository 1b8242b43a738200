package chat262.live;

import chat262.api.Message;
import chat262.messages.writer.MessagesAppended.Entry;
import chat262.messages.writer.SendCallback;
import chat262.problems.FaultMapper;

/** A send that came over a connection, and is answered there. Thread-safe. */
final class StreamSend implements SendCallback {
    private final Subscriber subscriber;
    private final long roomId;
    private final String key;

    StreamSend(Subscriber subscriber, long roomId, String key) {
        this.subscriber = subscriber;
        this.roomId = roomId;
        this.key = key;
    }

    /**
     * Answers the send that an entry comes from, if it came over a connection that was not sent the entry itself: the entry
     * with its key is an answer.
     *
     * @param pushedTo the room whose subscribers were sent the entry; null if it was sent to nobody
     */
    static void answer(Entry entry, RoomSubscribers pushedTo) {
        if (!(entry.callback() instanceof StreamSend send)) {
            return;
        }
        if (pushedTo != null && pushedTo.has(send.subscriber)) {
            send.subscriber.endSend();
        } else {
            send.stored(entry.message(), false);
        }
    }

    @Override
    public void stored(Message message, boolean repeat) {
        subscriber.endSend();
        subscriber.send(ServerFrames.stored(message, repeat));
    }

    @Override
    public void failed(Throwable failure) {
        subscriber.endSend();
        subscriber.send(ServerFrames.refused(roomId, key, FaultMapper.problem(failure)));
    }

    @Override
    public boolean travelsWithEntry() {
        return true;
    }
}

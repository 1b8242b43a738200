package chat262.live;

import chat262.api.Message;

/** The frames that push one message: with its key for its sender's devices, without it for all others. Each is made once. */
final class MessageFrames {
    private final Message message;
    private String json;
    private byte[] forOthers;
    private byte[] forSender;

    MessageFrames(Message message) {
        this.message = message;
    }

    byte[] forOthers() {
        if (forOthers == null) {
            forOthers = ServerFrames.message(json(), null);
        }
        return forOthers;
    }

    byte[] forSender() {
        if (message.key() == null) {
            return forOthers();
        }
        if (forSender == null) {
            forSender = ServerFrames.message(json(), message.key());
        }
        return forSender;
    }

    private String json() {
        if (json == null) {
            json = ServerFrames.json(message.withoutKey());
        }
        return json;
    }
}

package chat262.live;

import chat262.websocket.WebSocketListener;

/** Passes the events of a subscriber's connection to the event loop. */
final class ConnectionListener implements WebSocketListener {
    private final Subscriber subscriber;
    private final LiveEventLoop eventLoop;

    ConnectionListener(Subscriber subscriber, LiveEventLoop eventLoop) {
        this.subscriber = subscriber;
        this.eventLoop = eventLoop;
    }

    @Override
    public void opened() {
        eventLoop.opened(subscriber);
    }

    @Override
    public void text(String text) {
        eventLoop.received(subscriber, text);
    }

    @Override
    public void binary() {
        eventLoop.receivedBinary(subscriber);
    }

    @Override
    public void closing() {
        eventLoop.closing(subscriber);
    }

    @Override
    public void closed() {
        eventLoop.closed(subscriber);
    }
}

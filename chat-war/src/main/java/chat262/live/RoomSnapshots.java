package chat262.live;

import chat262.accounts.Caller;
import chat262.api.Live;
import chat262.rooms.RoomViews;
import chat262.schema.Migrations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Sends views of rooms: all of them in the hello, and single ones when they have changed. A view takes several queries, so
 * views are read by threads of their own and never by the event loop. Thread-safe.
 */
final class RoomSnapshots {
    private static final Logger LOG = Logger.getLogger(RoomSnapshots.class.getName());

    /** The hello has this many rooms, and all others with something unread. */
    private static final int MAX_READ_ROOMS = 200;

    private final RoomViews views;
    private final Migrations migrations;
    private final Executor readers;
    private final Subscriptions subscriptions;
    private final Executor eventLoop;

    /** Views are read by {@code readers} and sent by the event loop, which the subscriptions belong to. */
    RoomSnapshots(
            RoomViews views, Migrations migrations, Executor readers, Subscriptions subscriptions, Executor eventLoop) {
        this.views = views;
        this.migrations = migrations;
        this.readers = readers;
        this.subscriptions = subscriptions;
        this.eventLoop = eventLoop;
    }

    /** Sends the hello to a device that is subscribed: what is pushed while its rooms are read waits behind it. */
    void sendHello(Subscriber subscriber) {
        read(() -> {
            if (!subscriber.isOpen()) {
                return; // spares the queries where many devices come and go
            }
            Caller caller = subscriber.caller();
            try {
                subscriber.sendHello(
                        ServerFrames.hello(caller, migrations.epoch(), views.overview(caller, MAX_READ_ROOMS)));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A device could not be sent its hello", e);
                subscriber.close(Live.TOO_SLOW, "the database did not answer: connect again");
            }
        });
    }

    /** Sends a room to some devices, as the account of each sees it now. */
    void send(long roomId, Collection<Subscriber> subscribers) {
        if (subscribers.isEmpty()) {
            return;
        }
        Map<Long, List<Subscriber>> byAccount = subscribers.stream()
                .collect(Collectors.groupingBy(subscriber -> subscriber.caller().accountId()));
        read(() -> byAccount.forEach((accountId, devices) -> views.listed(accountId, roomId)
                .map(ServerFrames::room)
                .ifPresent(frame -> eventLoop.execute(() -> sendToMembers(roomId, devices, frame)))));
    }

    /** Sends a direct room that was closed to all who are subscribed, if that is new. Used by the event loop only. */
    void sendClosed(long roomId) {
        RoomSubscribers room = subscriptions.room(roomId);
        if (room != null && room.close()) {
            send(roomId, room.all());
        }
    }

    /** A member who left while the view was read has been told so, and gets nothing of the room any more. */
    private void sendToMembers(long roomId, List<Subscriber> devices, byte[] frame) {
        RoomSubscribers room = subscriptions.room(roomId);
        if (room != null) {
            devices.stream().filter(room::has).forEach(device -> device.send(frame));
        }
    }

    private void read(Runnable task) {
        try {
            readers.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    // A view that isn't refreshed is still right about everything that was pushed.
                    LOG.log(Level.WARNING, "A room could not be shown on the live stream", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "The server stops", e);
        }
    }
}

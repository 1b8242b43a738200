package chat262.live;

import chat262.accounts.Caller;
import chat262.api.Live;
import chat262.platform.Migrations;
import chat262.rooms.RoomViews;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Greets sockets and refreshes their views of rooms. Each view takes some reads, so they are made by threads of their own,
 * and never by the one that pushes. Thread-safe.
 */
final class RoomNews {
    private static final Logger LOG = Logger.getLogger(RoomNews.class.getName());

    /** A greeting names so many rooms, and all others with something unread. */
    private static final int LATEST_ROOMS = 200;

    private final RoomViews views;
    private final Migrations migrations;
    private final Executor readers;
    private final Subscriptions subscriptions;
    private final Tasks tasks;

    /** What {@code readers} have read is sent by the thread of the {@code tasks}, whose the subscriptions are. */
    RoomNews(RoomViews views, Migrations migrations, Executor readers, Subscriptions subscriptions, Tasks tasks) {
        this.views = views;
        this.migrations = migrations;
        this.readers = readers;
        this.subscriptions = subscriptions;
        this.tasks = tasks;
    }

    /** Sends the greeting. The socket must be subscribed: what comes while its rooms are read waits behind it. */
    void greet(LiveSocket socket) {
        read(() -> {
            if (!socket.isOpen()) {
                return; // when many come and go, what they would have been told is not read
            }
            Caller caller = socket.caller();
            try {
                socket.greet(ServerFrames.hello(caller, migrations.epoch(), views.overview(caller, LATEST_ROOMS)));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A socket could not be greeted", e);
                socket.close(Live.TOO_SLOW, "the database did not answer: connect again");
            }
        });
    }

    /** Sends a room to some sockets, as each one's account sees it now. */
    void tell(long roomId, Collection<LiveSocket> sockets) {
        if (sockets.isEmpty()) {
            return;
        }
        Map<Long, List<LiveSocket>> byAccount = sockets.stream()
                .collect(Collectors.groupingBy(socket -> socket.caller().accountId()));
        read(() -> byAccount.forEach((accountId, devices) -> views.listed(accountId, roomId)
                .map(ServerFrames::room)
                .ifPresent(frame -> tasks.add(() -> show(roomId, devices, frame)))));
    }

    /** Whoever has left while the view was read has been told so, and hears of the room no more. */
    private void show(long roomId, List<LiveSocket> devices, byte[] frame) {
        Audience audience = subscriptions.audience(roomId);
        if (audience != null) {
            devices.stream().filter(audience::has).forEach(device -> device.send(frame));
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

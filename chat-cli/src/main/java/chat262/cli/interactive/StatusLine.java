package chat262.cli.interactive;

import chat262.api.rooms.RoomKind;
import chat262.cli.screen.Screen;
import chat262.cli.screen.StatusModel;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Device;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the status line up to date. Thread-safe. */
final class StatusLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MAX_NAMED = 3;

    private final Rooms rooms;
    private final Screen screen;
    private String link = "";
    private StatusModel shown = StatusModel.NONE;

    /** Many things happen at once, and each look reads the outbox. */
    private static final long UPDATE_DELAY_MILLIS = 30;

    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService painting = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "status line");
        thread.setDaemon(true);
        return thread;
    });

    StatusLine(Rooms rooms, Screen screen) {
        this.rooms = rooms;
        this.screen = screen;
    }

    /** Whether the server can be reached now. */
    synchronized void link(boolean up) {
        if (up || link.isEmpty()) { // else it is known why
            link = up ? "" : "offline since " + TIME.format(LocalTime.now());
        }
        update();
    }

    /** The device has failed. */
    synchronized void stopped() {
        link = "stopped";
        update();
    }

    /** The session has ended. */
    synchronized void ended() {
        link = "logged out";
        update();
    }

    /** Shows the present status soon, if it has changed. */
    void update() {
        if (screen.hasStatusLine() && due.compareAndSet(false, true)) {
            painting.schedule(this::paint, UPDATE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void paint() {
        due.set(false);
        StatusModel now = rooms.device().map(this::model).orElse(StatusModel.NONE);
        if (!now.equals(shown)) {
            screen.status(now);
            shown = now;
        }
    }

    private StatusModel model(Device device) {
        Optional<RoomView> view = rooms.view();
        return new StatusModel(
                device.login().username(),
                view.map(open -> open.room().address()).orElse(""),
                view.map(open -> seen(device, open)).orElse(""),
                rooms.hotlist().map(Hotlist::lines).orElse(List.of()),
                device.outbox().waiting().stream().map(StatusLine::brief).toList(),
                link);
    }

    private static String brief(OutboxEntry entry) {
        return entry.to() + " " + entry.body().replace('\n', ' ');
    }

    /** Which members have read the account's last message in the open room. */
    private static String seen(Device device, RoomView view) {
        long own = view.lastOwn();
        if (own == 0 || device.readers() == null) {
            return "";
        }
        List<String> names = device.readers().whoHasSeen(own).stream()
                .filter(name -> !name.equals(device.login().username()))
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        KnownRoom room = view.room();
        if (room.kind() == RoomKind.DIRECT) {
            return "seen";
        }
        String first = String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())));
        return "seen by " + first + (names.size() > MAX_NAMED ? " and " + (names.size() - MAX_NAMED) + " more" : "");
    }
}

package chat262.cli.interactive;

import chat262.api.NameFolding;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Names for completion: those that this device knows, and those that the server finds soon enough. */
final class Directory {
    private static final long TIMEOUT_MILLIS = 200;
    private static final int MAX_NAMES = 50;

    private final Rooms rooms;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "directory");
        thread.setDaemon(true);
        return thread;
    });

    Directory(Rooms rooms) {
        this.rooms = rooms;
    }

    /** People whose name begins like this. */
    List<String> people(String begun) {
        return rooms.device().map(device -> people(device, begun)).orElse(List.of());
    }

    private List<String> people(Device device, String begun) {
        Set<String> names = known(device, RoomKind.DIRECT, begun);
        if (begun.matches("[A-Za-z0-9._-]*")) { // no other can be in a name, and * would mean something else
            names.addAll(soon(() -> device.server().search().accounts(begun + "*")));
        }
        return names.stream().limit(MAX_NAMES).toList();
    }

    /** Groups that the account has been in and whose name begins like this. */
    List<String> groups(String begun) {
        return rooms.device()
                .map(device -> known(device, RoomKind.GROUP, begun).stream()
                        .limit(MAX_NAMES)
                        .toList())
                .orElse(List.of());
    }

    /** The room with the latest message first, as it is the most likely. */
    private static Set<String> known(Device device, RoomKind kind, String begun) {
        return device.journal().rooms().stream()
                .filter(room -> room.kind() == kind)
                .filter(room -> NameFolding.fold(room.title()).startsWith(NameFolding.fold(begun)))
                .sorted(Comparator.comparing((KnownRoom room) -> latest(device, room))
                        .reversed())
                .map(KnownRoom::title)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Instant latest(Device device, KnownRoom room) {
        Room listed = device.pump().room(room.id());
        return listed == null || listed.lastMessage() == null
                ? room.createdAt()
                : listed.lastMessage().sentAt();
    }

    private interface Question {
        List<String> ask();
    }

    /** An answer, or nothing if it takes too long: Tab should not block. */
    private List<String> soon(Question question) {
        try {
            return CompletableFuture.supplyAsync(question::ask, asking).get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoAnswer || e.getCause() instanceof RequestRejected) {
                return List.of();
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}

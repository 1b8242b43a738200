package chat262.it.faults;

import chat262.it.faults.Outbox.Item;
import chat262.it.faults.Wire.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client that only sends: {@code URL NAME FOLDER ROOM…}. It writes to all its rooms at once and in each one message
 * after the other, until there is a file {@code stop} in its folder; then it ends as soon as its outboxes are empty.
 */
public final class SenderMain {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int MAX_BURST = 3;

    private final Device device;
    private final String room;
    private final Outbox outbox;
    private final Wire wire;

    private SenderMain(Device device, String room) {
        this.device = device;
        this.room = room;
        this.outbox = Outbox.open(device.file("outbox-" + room));
        this.wire = device.wire();
    }

    public static void main(String[] arguments) {
        Device.endAtOnceWithAnyThread();
        Device device = new Device(URI.create(arguments[0]), Device.SHORT_TIMEOUT, arguments[1], Path.of(arguments[2]));
        Arrays.stream(arguments, 3, arguments.length)
                .map(room -> new SenderMain(device, room))
                .forEach(sender -> new Thread(sender::run, "room " + sender.room).start());
    }

    private void run() {
        try (wire;
                outbox) {
            while (true) {
                Optional<Item> next = outbox.next();
                if (next.isPresent()) {
                    send(next.get());
                } else if (device.isStopRequested()) {
                    return;
                } else {
                    write();
                }
            }
        }
    }

    /** The user writes some messages; they wait in the outbox. */
    private void write() {
        Device.pause(50, 200);
        int burst = ThreadLocalRandom.current().nextInt(MAX_BURST) + 1;
        for (int i = 0; i < burst; i++) {
            outbox.put(outbox.makeKey());
        }
    }

    private void send(Item item) {
        JsonObject message =
                Json.createObjectBuilder().add("body", body(room, item)).build();
        Answer answer = device.insist(wire, open -> open.post("/rooms/" + room + "/messages", item.key(), message));
        if (answer.status() == OK || answer.status() == CREATED) {
            outbox.stored(item.key(), answer.json().getJsonNumber("seq").longValueExact());
        } else {
            outbox.refused(item.key(), answer.slug());
        }
    }

    /** What a message says: enough to see from it alone where it belongs. */
    static String body(String room, Item item) {
        return "%d of room %s".formatted(item.number(), room);
    }
}

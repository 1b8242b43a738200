package chat262.it.faults.client;

import chat262.it.faults.client.Outbox.Item;
import chat262.it.faults.client.Wire.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client that only sends: {@code URL NAME FOLDER SECONDS ROOM…}. It writes to all its rooms at once and in each one message
 * after the other, until there is a file {@code stop} in its folder; then it ends as soon as its outboxes are empty. It sends
 * over the stream while that is open, and waits there so many seconds for an answer; with 0 it never opens the stream.
 */
public final class SenderMain {
    private static final int MAX_BURST = 3;

    private final Device device;
    private final Stream stream;
    private final String room;
    private final Outbox outbox;
    private final Ways ways;
    private final Wire wire;

    private SenderMain(Device device, Stream stream, String room) {
        this.device = device;
        this.stream = stream;
        this.room = room;
        this.outbox = Outbox.open(device.file("outbox-" + room));
        this.ways = Ways.open(device.file("ways-" + room));
        this.wire = device.wire();
    }

    public static void main(String[] arguments) {
        Device.endAtOnceWithAnyThread();
        URI server = URI.create(arguments[0]);
        Device device = new Device(server, Device.SHORT_TIMEOUT, arguments[1], Path.of(arguments[2]));
        Stream stream = new Stream(server, device, Duration.ofSeconds(Long.parseLong(arguments[3])));
        stream.start();
        Arrays.stream(arguments, 4, arguments.length)
                .map(room -> new SenderMain(device, stream, room))
                .forEach(sender -> new Thread(sender::run, "room " + sender.room).start());
    }

    private void run() {
        try (wire;
                outbox;
                ways) {
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
        stream.expect(item.key());
        boolean begun = stream.isOpen();
        Optional<Settled> answer = begun ? stream.send(room, item.key(), body(room, item)) : Optional.empty();
        if (begun && answer.isEmpty()) {
            ways.switched(item.key());
        }
        settle(item, answer.orElseGet(() -> call(item)));
        stream.forget(item.key());
    }

    /**
     * Sends a message as a call, until that is answered or the stream has told meanwhile that it is stored. A refusal there is of
     * the frame that was given up: a call may still be on its way, and be stored once the sender is a member again.
     */
    private Settled call(Item item) {
        JsonObject message =
                Json.createObjectBuilder().add("body", body(room, item)).build();
        for (int pause = Device.MIN_PAUSE; ; pause = Device.longerThan(pause)) {
            Optional<Answer> answer =
                    device.attempt(wire, open -> open.post("/rooms/" + room + "/messages", item.key(), message));
            Optional<Settled> outcome =
                    answer.map(Settled::of).or(() -> stream.settled(item.key()).filter(Settled::isStored));
            if (outcome.isPresent()) {
                return outcome.get();
            }
            Device.pause(pause / 2, pause);
        }
    }

    private void settle(Item item, Settled settled) {
        ways.settled(item.key(), settled.way());
        if (settled.isStored()) {
            outbox.stored(item.key(), settled.seq());
        } else {
            outbox.refused(item.key(), settled.problem());
        }
    }

    /** What a message says: enough to see from it alone where it belongs. */
    public static String body(String room, Item item) {
        return "%d of room %s".formatted(item.number(), room);
    }
}

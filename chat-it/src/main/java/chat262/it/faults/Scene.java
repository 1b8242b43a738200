package chat262.it.faults;

import chat262.it.faults.Wire.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is there and in which rooms: an owner of all groups; senders and receivers in two groups, and pairwise in direct
 * rooms; a group with a door, through which the owner sends a guest out and in again; and a direct room for two consoles.
 */
final class Scene {
    private static final int PAIRS = 2;
    private static final int GROUPS = 2;

    private final URI server;
    private final Path folder;
    private final String prefix;
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Map<String, List<Long>> rooms = new LinkedHashMap<>();
    private long door;

    private Scene(URI server, Path folder, String prefix) {
        this.server = server;
        this.folder = folder;
        this.prefix = prefix;
    }

    /**
     * Registers everybody and opens the rooms, straight at a server.
     *
     * @param folder for the scene's own files
     * @param prefix what all names begin with, so that several scenes have room on one server
     */
    static Scene open(URI server, Path folder, String prefix) throws IOException {
        Scene scene = new Scene(server, folder, prefix);
        List<String> staff = new ArrayList<>(scene.names("sender"));
        staff.addAll(scene.receivers());
        List<String> everybody = new ArrayList<>(staff);
        everybody.add(scene.guest());
        scene.register(scene.owner());
        for (String name : everybody) {
            scene.register(name);
        }
        for (int i = 1; i <= GROUPS; i++) {
            scene.group("group " + i, staff);
        }
        scene.door = scene.group("door", everybody);
        scene.register(scene.writer());
        scene.register(scene.reader());
        scene.direct(scene.writer(), scene.reader());
        for (int i = 0; i < PAIRS; i++) {
            scene.direct(scene.senders().get(i), scene.receivers().get(i));
        }
        return scene;
    }

    String owner() {
        return prefix + "owner";
    }

    String guest() {
        return prefix + "guest";
    }

    /** Who writes on a console. */
    String writer() {
        return prefix + "writer";
    }

    /** Who reads on another. */
    String reader() {
        return prefix + "reader";
    }

    /** All who send, the guest included. */
    List<String> senders() {
        List<String> senders = new ArrayList<>(names("sender"));
        senders.add(guest());
        return senders;
    }

    List<String> receivers() {
        return names("receiver");
    }

    /** The rooms of an account. */
    List<Long> rooms(String name) {
        return rooms.get(name);
    }

    /** The group that the guest is sent out of. */
    long door() {
        return door;
    }

    /** Asks the server as somebody, straight and as often as it takes. */
    Answer ask(String name, Device.Call call) {
        Device device = devices.get(name);
        try (Wire wire = device.wire()) {
            return device.insist(wire, call);
        }
    }

    /** The whole log of a room as somebody sees it. */
    List<JsonObject> log(String name, long room) {
        List<JsonObject> log = new ArrayList<>();
        List<JsonObject> page;
        do {
            long after = log.isEmpty()
                    ? 0
                    : log.get(log.size() - 1).getJsonNumber("seq").longValueExact();
            String path = "/rooms/" + room + "/messages?limit=500&after=" + after;
            page = ask(name, wire -> wire.get(path))
                    .json()
                    .getJsonArray("messages")
                    .getValuesAs(JsonObject.class);
            log.addAll(page);
        } while (!page.isEmpty());
        return log;
    }

    /** A room as somebody sees it. */
    JsonObject room(String name, long room) {
        return ask(name, wire -> wire.get("/rooms/" + room)).json();
    }

    private List<String> names(String kind) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= PAIRS; i++) {
            names.add(prefix + kind + "." + i);
        }
        return names;
    }

    private void register(String name) throws IOException {
        JsonObject account = Json.createObjectBuilder()
                .add("username", name)
                .add("password", Device.PASSWORD)
                .build();
        try (Wire wire = new Wire(server, Device.PATIENT, name)) {
            Answer answer = wire.post("/accounts", account);
            if (answer.status() != 201) {
                throw new IllegalStateException(name + ": " + answer);
            }
        }
        // The checks' own view of an account; its clients have another folder.
        Path own = Files.createDirectories(folder.resolve("scene").resolve(name));
        devices.put(name, new Device(server, Device.PATIENT, name, own));
        rooms.put(name, new ArrayList<>());
    }

    private long group(String name, List<String> members) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        members.forEach(names::add);
        JsonObject group = Json.createObjectBuilder()
                .add("name", prefix + name)
                .add("members", names)
                .build();
        long id = id(ask(owner(), wire -> wire.post("/rooms", group)));
        members.forEach(member -> rooms.get(member).add(id));
        return id;
    }

    private void direct(String one, String other) {
        long id = id(ask(one, wire -> wire.put("/rooms/direct/" + other, JsonObject.EMPTY_JSON_OBJECT)));
        rooms.get(one).add(id);
        rooms.get(other).add(id);
    }

    private static long id(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("the server did not play along: " + answer);
        }
        return answer.json().getJsonNumber("id").longValueExact();
    }
}

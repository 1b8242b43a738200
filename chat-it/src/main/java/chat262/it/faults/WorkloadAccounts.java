package chat262.it.faults;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.faults.client.Device;
import chat262.it.faults.client.Wire;
import chat262.it.faults.client.Wire.Answer;
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
 * The accounts of a workload and their rooms: an owner of all groups; senders and receivers in two groups, and pairwise in
 * direct rooms; a group whose guest the owner removes and invites again; and a direct room for two consoles.
 */
final class WorkloadAccounts {
    private static final int PAIRS = 2;
    private static final int GROUPS = 2;

    private final URI server;
    private final Path folder;
    private final String prefix;
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Map<String, List<Long>> rooms = new LinkedHashMap<>();
    private long guestGroup;

    private WorkloadAccounts(URI server, Path folder, String prefix) {
        this.server = server;
        this.folder = folder;
        this.prefix = prefix;
    }

    /**
     * Registers all accounts and opens the rooms, without the proxy.
     *
     * @param folder for the sessions of these accounts
     * @param prefix the beginning of all names, so that one server can have several workloads
     */
    static WorkloadAccounts open(URI server, Path folder, String prefix) throws IOException {
        WorkloadAccounts accounts = new WorkloadAccounts(server, folder, prefix);
        List<String> staff = new ArrayList<>(accounts.names("sender"));
        staff.addAll(accounts.receivers());
        List<String> all = new ArrayList<>(staff);
        all.add(accounts.guest());
        accounts.register(accounts.owner());
        for (String name : all) {
            accounts.register(name);
        }
        for (int i = 1; i <= GROUPS; i++) {
            accounts.group("group " + i, staff);
        }
        accounts.guestGroup = accounts.group("guests", all);
        accounts.register(accounts.writer());
        accounts.register(accounts.reader());
        accounts.direct(accounts.writer(), accounts.reader());
        for (int i = 0; i < PAIRS; i++) {
            accounts.direct(accounts.senders().get(i), accounts.receivers().get(i));
        }
        return accounts;
    }

    String owner() {
        return prefix + "owner";
    }

    String guest() {
        return prefix + "guest";
    }

    /** The user of the console that writes. */
    String writer() {
        return prefix + "writer";
    }

    /** The user of the console that reads. */
    String reader() {
        return prefix + "reader";
    }

    /** All senders, including the guest. */
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

    /** The group that the guest is removed from. */
    long guestGroup() {
        return guestGroup;
    }

    /** Makes a call of an account, without the proxy, until the answer is final. */
    Answer ask(String name, Device.Call call) {
        Device device = devices.get(name);
        try (Wire wire = device.wire()) {
            return device.insist(wire, call);
        }
    }

    /** The whole log of a room as an account sees it. */
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

    /** A room as an account sees it. */
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
        Person.register(Api.of(server), name);
        // The checker's session of the account; its clients have another folder.
        Path own = Files.createDirectories(folder.resolve("accounts").resolve(name));
        devices.put(name, new Device(server, Device.LONG_TIMEOUT, name, own));
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
            throw new IllegalStateException("the set-up failed: " + answer);
        }
        return answer.json().getJsonNumber("id").longValueExact();
    }
}

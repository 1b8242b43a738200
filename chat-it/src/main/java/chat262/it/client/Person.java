package chat262.it.client;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A person with an account and a session. Immutable and thread-safe. */
public final class Person {
    /** Of all accounts. */
    public static final String PASSWORD = "correct horse";

    private final Api api;
    private final JsonObject session;
    private final String token;
    private final String name;
    private final long accountId;
    private final long sessionId;
    private final String epoch;

    private Person(Api anonymous, JsonObject session) {
        this.session = session;
        this.token = session.getString("token");
        this.api = anonymous.as(token);
        this.name = session.getString("username");
        this.accountId = session.getJsonNumber("accountId").longValueExact();
        this.sessionId = session.getJsonNumber("sessionId").longValueExact();
        this.epoch = session.getString("epoch");
    }

    /** Registers an account and logs it in. */
    public static Person join(Api anonymous, String name) {
        register(anonymous, name);
        return logIn(anonymous, name);
    }

    /** Registers an account. */
    public static void register(Api anonymous, String name) {
        anonymous
                .post("/accounts", Fields.of("username", name, "password", PASSWORD))
                .expect(201);
    }

    /** Logs an account in, in place of an older session. */
    public static Person logIn(Api anonymous, String name) {
        JsonObject login = Fields.of("username", name, "password", PASSWORD, "takeOver", true);
        return of(anonymous, anonymous.post("/sessions", login).expect(201).json());
    }

    /** The person of a session, as the server's answer to a login has it. */
    public static Person of(Api anonymous, JsonObject session) {
        return new Person(anonymous, session);
    }

    /** The session, as the server's answer to the login has it. */
    public JsonObject session() {
        return session;
    }

    /** The calls as this person. */
    public Api api() {
        return api;
    }

    /** For requests that {@link #api} doesn't make. */
    public String token() {
        return token;
    }

    public String name() {
        return name;
    }

    public long accountId() {
        return accountId;
    }

    public long sessionId() {
        return sessionId;
    }

    /** The epoch that the login told. */
    public String epoch() {
        return epoch;
    }

    /** The direct room with another person. */
    public long direct(Person peer) {
        return direct(peer.name);
    }

    /** The direct room with another account. */
    public long direct(String peer) {
        return api.put("/rooms/direct/" + peer).expect(200, 201).number("id");
    }

    /** A new group with other people. */
    public long group(String roomName, Person... others) {
        List<String> names = Arrays.stream(others).map(Person::name).toList();
        return api.post("/rooms", Fields.of("name", roomName, "members", names))
                .expect(201)
                .number("id");
    }

    /** Sends under a new key. */
    public Answer send(long room, String body) {
        return send(room, body, newKey());
    }

    /** Sends under a key. */
    public Answer send(long room, String body, String key) {
        return api.keyed(key).post("/rooms/" + room + "/messages", Fields.of("body", body));
    }

    /** Sends under a new key and returns the seq. */
    public long say(long room, String body) {
        return send(room, body).expect(201).number("seq");
    }

    /** What has not been acknowledged. */
    public Answer fetch(long room) {
        return api.get("/rooms/" + room + "/messages");
    }

    /** A fetch with a query such as {@code after=0}. */
    public Answer fetch(long room, String query) {
        return api.get("/rooms/" + room + "/messages?" + query);
    }

    /** The whole log of a room, page by page. */
    public List<JsonObject> log(long room) {
        List<JsonObject> log = new ArrayList<>();
        List<JsonObject> page;
        do {
            page = fetch(room, "limit=500&after=" + log.size()).expect(200).objects("messages");
            log.addAll(page);
        } while (!page.isEmpty());
        return log;
    }

    public Answer acknowledge(long room, long seq) {
        return api.put("/rooms/" + room + "/cursor", Fields.of("seq", seq));
    }

    /** One room with its members. */
    public Answer room(long room) {
        return api.get("/rooms/" + room);
    }

    public Answer invite(long room, Person guest) {
        return api.post("/rooms/" + room + "/members", Fields.of("username", guest.name));
    }

    /** Leaves, or removes another member. */
    public Answer remove(long room, Person member) {
        return api.delete("/rooms/" + room + "/members/" + member.name);
    }

    public Answer changeRole(long room, Person member, String role) {
        return api.patch("/rooms/" + room + "/members/" + member.name, Fields.of("role", role));
    }

    public Answer deleteAccount() {
        return api.delete("/accounts/me");
    }

    /** An unused key. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}

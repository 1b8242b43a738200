package chat262.cli.server;

import chat262.api.AccountList;
import chat262.api.AccountName;
import chat262.api.AccountView;
import chat262.api.Cursor;
import chat262.api.CursorMove;
import chat262.api.Keys;
import chat262.api.LoggedIn;
import chat262.api.MemberView;
import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.api.NewAccount;
import chat262.api.NewMember;
import chat262.api.NewMessage;
import chat262.api.NewRoom;
import chat262.api.NewSession;
import chat262.api.Paths;
import chat262.api.Role;
import chat262.api.RoleChange;
import chat262.api.Room;
import chat262.api.RoomChange;
import chat262.api.RoomList;
import chat262.api.RoomSearch;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of the protocol, by one caller. Every method throws {@link RequestRejected} and {@link NoAnswer} as the package
 * says. Thread-safe.
 */
public final class ChatServer implements Closeable {
    private final Connection connection;
    private final URI url;
    private final String token;

    /** A page of rooms, and the tag to ask with whether it has changed. */
    public record TaggedRooms(RoomList rooms, String tag) {}

    /**
     * What the server says of itself.
     *
     * @param time what its clock says; null if the answer doesn't say
     * @param epoch its history
     */
    public record Pulse(Instant time, String epoch) {}

    /**
     * @param url the server's root
     * @param token the caller's; null for the calls that need none
     */
    public ChatServer(URI url, String token) {
        this.url = url;
        this.connection = new Connection(url);
        this.token = token;
    }

    public AccountView register(String username, String password) {
        return post(api().path("accounts"), new NewAccount(username, password), null, AccountView.class);
    }

    public LoggedIn logIn(NewSession session) {
        return post(api().path("sessions"), session, null, LoggedIn.class);
    }

    public void logOut() {
        nothing(request(api().path("sessions/current"), null).buildDelete());
    }

    public void deleteAccount() {
        nothing(request(api().path("accounts/me"), null).buildDelete());
    }

    /** The accounts whose whole name matches; {@code *} stands for any run of characters. */
    public List<String> accounts(String match) {
        List<String> names = new ArrayList<>();
        String page = null;
        do {
            // As a template, so that a % in it is taken for what it is.
            WebTarget target = api().path("accounts").queryParam("limit", 500).queryParam("match", "{match}");
            target = target.resolveTemplate("match", match);
            target = page == null ? target : target.queryParam("page", page);
            AccountList found = get(target, AccountList.class);
            found.accounts().stream().map(AccountName::username).forEach(names::add);
            page = found.nextPage();
        } while (page != null);
        return names;
    }

    /** The account of a name; empty if there is none. */
    public AccountView account(String username) {
        return get(api().path("accounts/{username}").resolveTemplate("username", username), AccountView.class);
    }

    /**
     * The caller's rooms that were active last.
     *
     * @param knownTag the tag of the last answer; may be null
     * @return empty if nothing has changed since that answer
     */
    public Optional<TaggedRooms> rooms(String knownTag) {
        Invocation.Builder request = request(api().path("rooms").queryParam("limit", 500), null);
        if (knownTag != null) {
            request.header(HttpHeaders.IF_NONE_MATCH, knownTag);
        }
        return connection.call(
                request.buildGet(),
                answer -> answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()
                        ? Optional.empty()
                        : Optional.of(new TaggedRooms(
                                whole(Answers.read(answer, RoomList.class)),
                                answer.getHeaderString(HttpHeaders.ETAG))));
    }

    private static RoomList whole(RoomList list) {
        if (list.rooms() == null || list.epoch() == null) {
            throw NoAnswer.because("the answer to a call for the rooms holds none");
        }
        return list;
    }

    /** A further page of the caller's rooms. */
    public RoomList roomsAt(String page) {
        return whole(get(api().path("rooms").queryParam("limit", 500).queryParam("page", page), RoomList.class));
    }

    /** Whether the server is there and knows the caller. */
    public Pulse pulse() {
        Invocation request =
                request(api().path("rooms").queryParam("limit", 1), null).buildGet();
        return connection.call(request, answer -> {
            String epoch = whole(Answers.read(answer, RoomList.class)).epoch();
            return new Pulse(answer.getDate() == null ? null : answer.getDate().toInstant(), epoch);
        });
    }

    /** When the server's certificate ends; empty where the connection is not encrypted. */
    public Optional<Instant> certificateEnd() {
        return Certificates.end(url);
    }

    /** Whose session the token is. */
    public LiveStream.Greeting identity() {
        pulse(); // says better than the stream why a token is none
        Identity identity = new Identity();
        LiveStream live = live(identity);
        try {
            return identity.await();
        } finally {
            live.close();
        }
    }

    /** All of the caller's rooms. */
    public List<Room> allRooms() {
        RoomList page = rooms(null).orElseThrow().rooms();
        List<Room> all = new ArrayList<>(page.rooms());
        while (page.nextPage() != null) {
            page = roomsAt(page.nextPage());
            all.addAll(page.rooms());
        }
        return all;
    }

    /** One room with its members. */
    public Room room(long id) {
        return get(room(id, ""), Room.class);
    }

    public Room openDirect(String username) {
        WebTarget target = api().path("rooms/direct/{username}").resolveTemplate("username", username);
        return answer(request(target, null).buildPut(Entity.json("")), Room.class);
    }

    public Room createGroup(NewRoom group) {
        return post(api().path("rooms"), group, Keys.make(), Room.class);
    }

    public RoomSearch searchGroups(String match) {
        WebTarget target = api().path("rooms/search").queryParam("match", "{match}");
        return get(target.resolveTemplate("match", match), RoomSearch.class);
    }

    public MemberView invite(long room, String username) {
        return post(room(room, "/members"), new NewMember(username), Keys.make(), MemberView.class);
    }

    /** Removes a member, or leaves. */
    public void remove(long room, String username) {
        nothing(request(member(room, username), Keys.make()).buildDelete());
    }

    public Room rename(long room, String name) {
        return patch(room(room, ""), new RoomChange(name, null), Room.class);
    }

    public MemberView changeRole(long room, String username, Role role) {
        return patch(member(room, username), new RoleChange(role), MemberView.class);
    }

    /** Stores a message, or finds the one that is there under this key. */
    public Message send(long room, String body, String key) {
        Message stored = post(room(room, "/messages"), new NewMessage(body), key, Message.class);
        if (stored.room() != room || stored.seq() < 1 || !key.equals(stored.key())) {
            throw NoAnswer.because("the answer to a send is not about that message");
        }
        return stored;
    }

    /** The messages above a seq, ascending and without a hole. */
    public MessagePage after(long room, long seq, int limit) {
        WebTarget target = room(room, "/messages").queryParam("after", seq).queryParam("limit", limit);
        return page(target);
    }

    /** The messages just below a seq, ascending. */
    public MessagePage before(long room, long seq, int limit) {
        return before(room, String.valueOf(seq), limit);
    }

    /** The newest messages, ascending. */
    public MessagePage newest(long room, int limit) {
        return before(room, "end", limit);
    }

    private MessagePage before(long room, String end, int limit) {
        WebTarget target = room(room, "/messages").queryParam("before", end).queryParam("limit", limit);
        return page(target);
    }

    private MessagePage page(WebTarget target) {
        MessagePage page = get(target, MessagePage.class);
        if (page.messages() == null || page.epoch() == null) {
            throw NoAnswer.because("the answer to a fetch holds no messages");
        }
        return page;
    }

    /** Says that everything up to a seq was shown. */
    public Cursor acknowledge(long room, long seq, String epoch) {
        Invocation request = request(room(room, "/cursor"), null).buildPut(Entity.json(new CursorMove(seq, epoch)));
        return answer(request, Cursor.class);
    }

    /** Opens the live stream; it is the caller's to close. */
    public LiveStream live(LiveStream.Listener listener) {
        return LiveStream.open(url, token, listener);
    }

    private WebTarget api() {
        return connection.root().path(Paths.BASE);
    }

    private WebTarget room(long id, String below) {
        return api().path("rooms/" + id + below);
    }

    private WebTarget member(long room, String username) {
        return room(room, "/members/{username}").resolveTemplate("username", username);
    }

    private Invocation.Builder request(WebTarget target, String key) {
        Invocation.Builder request = target.request(MediaType.APPLICATION_JSON, Paths.PROBLEM_JSON);
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return key == null ? request : request.header(Paths.IDEMPOTENCY_KEY, key);
    }

    private <T> T get(WebTarget target, Class<T> type) {
        return answer(request(target, null).buildGet(), type);
    }

    private <T> T post(WebTarget target, Object body, String key, Class<T> type) {
        return answer(request(target, key).buildPost(Entity.json(body)), type);
    }

    private <T> T patch(WebTarget target, Object body, Class<T> type) {
        return answer(request(target, Keys.make()).build("PATCH", Entity.json(body)), type);
    }

    private <T> T answer(Invocation request, Class<T> type) {
        return connection.call(request, answer -> Answers.read(answer, type));
    }

    private void nothing(Invocation request) {
        connection.call(request, Response::getStatus);
    }

    @Override
    public void close() {
        connection.close();
    }
}

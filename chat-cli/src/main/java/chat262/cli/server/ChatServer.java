package chat262.cli.server;

import chat262.api.Cursor;
import chat262.api.CursorMove;
import chat262.api.Keys;
import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.api.NewMessage;
import chat262.api.accounts.AccountView;
import chat262.api.accounts.LoggedIn;
import chat262.api.accounts.NewAccount;
import chat262.api.accounts.NewSession;
import chat262.api.rooms.MemberView;
import chat262.api.rooms.NewMember;
import chat262.api.rooms.NewRoom;
import chat262.api.rooms.Role;
import chat262.api.rooms.RoleChange;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomChange;
import chat262.api.rooms.RoomList;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
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
    private final URI url;
    private final String token;
    private final ApiRequests api;

    /**
     * @param url the server's root
     * @param token the caller's; null for the calls that need none
     */
    public ChatServer(URI url, String token) {
        this.url = url;
        this.token = token;
        this.api = new ApiRequests(url, token);
    }

    public AccountView register(String username, String password) {
        return api.post(api.root().path("accounts"), new NewAccount(username, password), null, AccountView.class);
    }

    public LoggedIn logIn(NewSession session) {
        return api.post(api.root().path("sessions"), session, null, LoggedIn.class);
    }

    public void logOut() {
        api.delete(api.root().path("sessions/current"), null);
    }

    public void deleteAccount() {
        api.delete(api.root().path("accounts/me"), null);
    }

    /** The accounts and groups that can be found. */
    public NameSearch search() {
        return new NameSearch(api);
    }

    /** The account of a name; {@link RequestRejected} with {@code not-found} if there is none. */
    public AccountView account(String username) {
        return api.get(api.root().path("accounts/{username}").resolveTemplate("username", username), AccountView.class);
    }

    /**
     * The caller's rooms that were active last.
     *
     * @param knownTag the tag of the last answer; may be null
     * @return empty if nothing has changed since that answer
     */
    public Optional<TaggedRooms> rooms(String knownTag) {
        Invocation.Builder request = api.request(api.root().path("rooms").queryParam("limit", 500), null);
        if (knownTag != null) {
            request.header(HttpHeaders.IF_NONE_MATCH, knownTag);
        }
        return api.call(
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
        return whole(
                api.get(api.root().path("rooms").queryParam("limit", 500).queryParam("page", page), RoomList.class));
    }

    /** Whether the server is there and knows the caller. */
    public Pulse pulse() {
        Invocation request = api.request(api.root().path("rooms").queryParam("limit", 1), null)
                .buildGet();
        return api.call(request, answer -> {
            String epoch = whole(Answers.read(answer, RoomList.class)).epoch();
            return new Pulse(answer.getDate() == null ? null : answer.getDate().toInstant(), epoch);
        });
    }

    /** When the server's certificate ends; empty where the connection is not encrypted. */
    public Optional<Instant> certificateEnd() {
        return Certificates.end(url);
    }

    /** The account of the token's session. */
    public LiveStream.Greeting identity() {
        pulse(); // tells better than the stream why a token is invalid
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
        return api.get(api.room(id, ""), Room.class);
    }

    public Room openDirect(String username) {
        WebTarget target = api.root().path("rooms/direct/{username}").resolveTemplate("username", username);
        return api.put(target, "", Room.class);
    }

    public Room createGroup(NewRoom group) {
        return api.post(api.root().path("rooms"), group, Keys.make(), Room.class);
    }

    /** Invites an account; with the caller's own name, joins an open group. */
    public MemberView invite(long room, String username) {
        return api.post(api.room(room, "/members"), new NewMember(username), Keys.make(), MemberView.class);
    }

    /** Removes a member, or leaves. */
    public void remove(long room, String username) {
        api.delete(api.member(room, username), Keys.make());
    }

    public Room rename(long room, String name) {
        return api.patch(api.room(room, ""), new RoomChange(name, null, null), Room.class);
    }

    public MemberView changeRole(long room, String username, Role role) {
        return api.patch(api.member(room, username), new RoleChange(role), MemberView.class);
    }

    /** Stores a message, or finds the one that is there under this key. */
    public Message send(long room, String body, String key) {
        Message stored = api.post(api.room(room, "/messages"), new NewMessage(body), key, Message.class);
        if (stored.room() != room || stored.seq() < 1 || !key.equals(stored.key())) {
            throw NoAnswer.because("the answer to a send is not about that message");
        }
        return stored;
    }

    /** The messages above a seq, ascending and without a gap. */
    public MessagePage after(long room, long seq, int limit) {
        return page(api.room(room, "/messages").queryParam("after", seq).queryParam("limit", limit));
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
        return page(api.room(room, "/messages").queryParam("before", end).queryParam("limit", limit));
    }

    private MessagePage page(WebTarget target) {
        MessagePage page = api.get(target, MessagePage.class);
        if (page.messages() == null || page.epoch() == null) {
            throw NoAnswer.because("the answer to a fetch holds no messages");
        }
        return page;
    }

    /** Says that everything up to a seq was shown. */
    public Cursor acknowledge(long room, long seq, String epoch) {
        return api.put(api.room(room, "/cursor"), new CursorMove(seq, epoch), Cursor.class);
    }

    /** Opens the live stream; it is the caller's to close. */
    public LiveStream live(LiveStream.Listener listener) {
        return LiveStream.open(url, token, listener);
    }

    @Override
    public void close() {
        api.close();
    }
}

package chat262.messages.writer;

import static org.junit.jupiter.api.Assertions.assertThrows;

import chat262.accounts.AccountService;
import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.messages.MessageService;
import chat262.platform.Settings;
import chat262.platform.Time;
import chat262.problems.ProblemException;
import chat262.rooms.MemberService;
import chat262.rooms.Result;
import chat262.rooms.RoomAccess;
import chat262.rooms.RoomService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/** The services of a server from inside, and what the tests of the log do with them. */
abstract class InsideFixture {
    @Inject
    AccountService accounts;

    @Inject
    RoomService rooms;

    @Inject
    MemberService members;

    @Inject
    RoomAccess access;

    @Inject
    MessageService messages;

    @Inject
    Inbox inbox;

    @Inject
    Settings settings;

    @Inject
    Event<MessagesAppended> appended;

    @Inject
    Heard heard;

    @Resource
    UserTransaction transaction;

    @Resource
    ManagedThreadFactory threads;

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    interface Doing {
        void run() throws Exception;
    }

    /** Does something while a room is locked by somebody else, so that the writer can't go on. */
    void holding(long room, Doing doing) throws Exception {
        transaction.begin();
        try {
            access.lock(room);
            doing.run();
        } finally {
            transaction.rollback();
        }
    }

    /** As on another node: of its own, on the same database. */
    LogWriter anotherWriter() {
        LogWriter writer = new LogWriter();
        writer.database = database;
        writer.threads = threads;
        writer.settings = settings;
        writer.appended = appended;
        writer.inbox = new Inbox();
        writer.start();
        return writer;
    }

    static Message stored(CompletionStage<Result<Message>> answer) {
        return answer.toCompletableFuture().join().view();
    }

    static ProblemException refusal(CompletionStage<?> answer) {
        CompletionException failure = assertThrows(
                CompletionException.class, () -> answer.toCompletableFuture().join());
        return (ProblemException) failure.getCause();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    long direct(Caller caller, String peer) {
        register(peer);
        return rooms.openDirect(caller, peer, null).view().id();
    }

    Caller register(String username) {
        accounts.register(username, "a hash that nobody logs in with");
        long id = accounts.find(username).orElseThrow().id();
        return new Caller(id, username, 0L, Time.now());
    }

    static Content text(String body) {
        return new Content.Text(body);
    }
}

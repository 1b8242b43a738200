package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two ways of a message to the server: exactly once and in order also where one takes over from the other. */
class StreamSendsIT extends DirectRoomTest {
    private Page annsPage() {
        return ann.tab().page();
    }

    private SendTap tapped() {
        SendTap tap = new SendTap(ann.tab());
        tap.load();
        return tap;
    }

    /** Waits until everything is stored, and checks that it is so once and in this order for all. */
    private void allHave(String... texts) {
        ann.tab().awaitAllStored();
        ann.tab().awaitSaid(List.of(texts));
        bob.tab().awaitSaid(List.of(texts));
        assertThat(ann.tab().logSays()).containsExactly(texts);
    }

    @Test
    void messagesGoOverTheStreamWithoutACall() {
        SendTap tap = tapped();
        ann.tab().say("one");
        ann.tab().say("two");
        allHave("one", "two");
        assertThat(tap.overTheStream()).containsExactly("one", "two");
        assertThat(tap.byCalls()).isEmpty();
    }

    @Test
    void messagesGoByCallsWhileThereIsNoStream() {
        SendTap tap = new SendTap(ann.tab());
        annsPage().routeWebSocket("**/live", WebSocketRoute::close);
        annsPage().reload();
        ann.tab().say("one");
        ann.tab().say("two");
        allHave("one", "two");
        assertThat(tap.byCalls()).containsExactly("one", "two");
    }

    @Test
    void aMessageWhoseAnswerIsLostWithTheStreamIsRepeatedByACallAndStoredOnce() {
        SendTap tap = tapped();
        tap.filterAnswers((answer, page) -> {
            boolean isFirst = tap.byCalls().isEmpty();
            if (isFirst) {
                page.close();
            }
            return !isFirst;
        });
        annsPage()
                .route(
                        "**/messages?after=*",
                        route -> { // otherwise the page may find the message in the log first
                            if (tap.byCalls().isEmpty()) {
                                route.abort();
                            } else {
                                route.resume();
                            }
                        });
        ann.tab().say("once");
        ann.tab().say("then this");
        allHave("once", "then this");
        assertThat(tap.byCalls().get(0)).isEqualTo("once");
        assertThat(tap.keysOfCalls().get(0)).isEqualTo(tap.frames().get(0).getString("key"));
    }

    @Test
    void aStreamThatGivesNoAnswerTakesNoMoreMessagesAndTheNextOneDoes() {
        SendTap tap = tapped();
        tap.filterSends((send, page) -> false); // as a server that knows no sends
        ann.tab().say("one");
        ann.tab().say("two");
        allHave("one", "two");
        assertThat(tap.overTheStream()).containsExactly("one");
        assertThat(tap.byCalls()).containsExactly("one", "two");
        assertThat(tap.keysOfCalls().get(0)).isEqualTo(tap.frames().get(0).getString("key"));

        tap.filterSends((send, page) -> true);
        tap.reconnect();
        ann.tab().say("three");
        allHave("one", "two", "three");
        assertThat(tap.overTheStream()).containsExactly("one", "three");
        assertThat(tap.byCalls()).hasSize(2);
    }

    @Test
    void aMessageThatArrivesOverTheStreamAfterItsRepetitionIsStoredOnceAndBeforeTheNext() {
        SendTap tap = tapped();
        List<Runnable> late = new ArrayList<>();
        tap.filterSends((send, page) -> {
            late.add(() -> tap.passOn(send));
            return tap.leaveToCalls(send, page);
        });
        ann.tab().say("one");
        ann.tab().awaitAllStored();
        ann.tab().say("two");
        ann.tab().awaitAllStored();
        tap.filterSends((send, page) -> true);
        late.forEach(Runnable::run);
        ann.tab().say("three");
        allHave("one", "two", "three");
        assertThat(tap.byCalls()).containsExactly("one", "two");
    }

    /** Such a text cannot be written on the page, but is refused in words and not by the end of the stream. */
    @Test
    void aMessageThatIsTooLargeForAFrameGoesByACall() {
        SendTap tap = tapped();
        annsPage().evaluate("""
                async () => {
                  const { chat } = await import('/app/chat/chat.js');
                  const { state } = await import('/app/state.js');
                  const { newKey, write } = await import('/app/store/outbox.js');
                  await write(chat, state.rooms.get(state.view.id), newKey(), 'ä'.repeat(33_000));
                }""");
        ann.tab().say("behind");
        bob.tab().awaitSaid(List.of("behind"));
        assertThat(annsPage().locator(".refusal").textContent()).contains("Not sent: ");
        ann.tab().awaitAllStored();
        assertThat(ann.tab().logSays()).containsExactly("behind");
        assertThat(tap.byCalls()).hasSize(1);
        assertThat(tap.overTheStream()).containsExactly("behind");
    }

    /** The answers are held back until a message of each room is in flight. */
    @Test
    void severalRoomsHaveAMessageInFlightAtOnceAndNoneHasTwo() {
        List<String> rooms = List.of(bob.name(), name("cid"), name("dan"));
        List<String> texts = List.of("one", "two", "three");
        for (String further : rooms.subList(1, rooms.size())) {
            Person.register(Api.of(server().url()), further);
            ann.tab().openDirect(further);
        }
        SendTap tap = new SendTap(ann.tab());
        annsPage().route("**/rooms?limit=*", route -> route.abort()); // so the stream begins the sending
        annsPage().routeWebSocket("**/live", WebSocketRoute::close);
        annsPage().reload();
        for (String room : rooms) {
            ann.tab().openRoom(room);
            texts.forEach(ann.tab()::say);
        }

        InFlight inFlight = new InFlight(rooms.size());
        SendTap second = new SendTap(ann.tab());
        second.filterSends(inFlight::onSend);
        second.filterAnswers(inFlight::onAnswer);
        second.load();
        for (String room : rooms) {
            ann.tab().openRoom(room);
            ann.tab().awaitAllStored();
            assertThat(ann.tab().logSays()).isEqualTo(texts);
        }
        assertThat(inFlight.most).isEqualTo(rooms.size());
        assertThat(inFlight.isOneEach).isTrue();
        assertThat(second.frames()).hasSize(rooms.size() * texts.size());
        assertThat(tap.byCalls()).isEmpty();
    }

    /** The rooms with a message that has no answer yet. */
    private static final class InFlight {
        private final int expected;
        private final Set<Integer> rooms = new HashSet<>();
        private final List<Runnable> held = new ArrayList<>();
        private int most;
        private boolean isOneEach = true;

        InFlight(int expected) {
            this.expected = expected;
        }

        boolean onSend(JsonObject send, WebSocketRoute page) {
            isOneEach &= rooms.add(send.getInt("room"));
            most = Math.max(most, rooms.size());
            return true;
        }

        boolean onAnswer(JsonObject answer, WebSocketRoute page) {
            held.add(() -> {
                rooms.remove(answer.getInt("room"));
                page.send(answer.toString());
            });
            if (most == expected) {
                held.forEach(Runnable::run);
                held.clear();
            }
            return false;
        }
    }
}

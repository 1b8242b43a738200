package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.Documentation;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.Nginx;
import chat262.it.proxy.TestCertificate;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page behind a real nginx with the configuration of {@code docs/operations.md}: over TLS, and below a path. */
class BehindNginxIT extends PageTest {
    /** A proxy that was set up without a thought: nginx then names the server as itself knows it. */
    private static final String CARELESS = "location /careless/ { proxy_pass http://127.0.0.1:8080/; }";

    /** A proxy that lets nobody read or write messages, and says so on a page of its own. */
    private static final String FORBIDDING = "location /forbidding/ { proxy_pass http://127.0.0.1:8080/;"
            + " proxy_set_header Host $http_host; location ~ (/messages|/live)$ { return 403; } }";

    @TempDir
    static Path folder;

    private static Nginx nginx;
    private static URI encrypted;
    private static URI plain;

    @BeforeAll
    static void startNginx() throws Exception {
        Assumptions.assumeTrue(Nginx.isInstalled(), "no nginx is installed, so the page is not checked behind one");
        TestCertificate.make(folder.resolve("keys"), 5);
        TestCertificate.writePem(folder.resolve("keys"), folder.resolve("chat.crt"), folder.resolve("chat.key"));
        int tlsPort = ServerProcess.freePort();
        int port = ServerProcess.freePort();
        nginx = Nginx.start(folder, servers(tlsPort, port), port);
        encrypted = URI.create("https://127.0.0.1:" + tlsPort + "/");
        plain = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** What is documented, with the ports and files of this test. */
    private static String servers(int tlsPort, int port) {
        String withTls = Documentation.operations("nginx").get(0);
        String below = Documentation.operations("nginx").get(1);
        String neighbour = below.replace("/chat", "/team");
        String plain = "server { listen 127.0.0.1:" + port + ";\n" + below + neighbour + CARELESS + FORBIDDING + "}";
        return (withTls + plain)
                .replace("listen 443", "listen 127.0.0.1:" + tlsPort)
                .replace("/etc/ssl/chat.example", folder.resolve("chat").toString())
                .replace("127.0.0.1:8080", server().url().getAuthority());
    }

    @AfterAll
    static void stopNginx() {
        if (nginx != null) {
            nginx.close();
        }
    }

    /** What comes over the WebSockets of a page from its next load on. */
    private static List<String> listen(Page page) {
        List<String> frames = new ArrayList<>();
        page.onWebSocket(socket -> socket.onFrameReceived((WebSocketFrame frame) -> frames.add(frame.text())));
        return frames;
    }

    private static List<Cookie> cookies(BrowserUser user, URI page) {
        return user.context().cookies(page.toString());
    }

    @Test
    void overTlsTheCookieIsForTlsOnlyAndTheStreamWorks() {
        BrowserUser ann = somebodyAt(encrypted, "ann");
        List<String> frames = listen(ann.tab().page());
        ann.signUp();
        assertThat(cookies(ann, encrypted)).singleElement().satisfies(cookie -> {
            assertThat(cookie.secure).isTrue();
            assertThat(cookie.httpOnly).isTrue();
        });
        BrowserUser bob = signedUp("bob");
        ann.tab().openDirect(bob.name());
        ann.tab().say("over TLS");
        ann.tab().awaitAllStored();
        bob.tab().openRoom(ann.name());
        bob.tab().say("without");
        ann.tab().page().waitForCondition(() -> frames.stream().anyMatch(frame -> frame.contains("without")));
        ann.tab().awaitSaid(List.of("over TLS", "without"));
    }

    @Test
    void belowAPathThePageItsStreamItsCopyAndItsLoginAreThisServersAlone() {
        URI chat = plain.resolve("chat/");
        BrowserUser ann = somebodyAt(chat, "ann");
        List<String> frames = listen(ann.tab().page());
        ann.signUp();
        String eve = name("eve");
        Tab neighbour = ann.newTab();
        neighbour.page().navigate(plain.resolve("team/").toString());
        neighbour.signUp(eve, Person.PASSWORD);
        assertThat(cookies(ann, chat))
                .extracting((Cookie cookie) -> cookie.path)
                .containsExactly("/chat/");

        ann.tab().page().reload();
        ann.tab().openDirect(eve);
        ann.tab().say("to the neighbour");
        ann.tab().awaitAllStored();
        neighbour.openRoom(ann.name());
        neighbour.awaitSaid(List.of("to the neighbour"));
        neighbour.say("from the neighbour");
        ann.tab()
                .page()
                .waitForCondition(() -> frames.stream().anyMatch(frame -> frame.contains("from the neighbour")));
        ann.tab().awaitSaid(List.of("to the neighbour", "from the neighbour"));

        ann.tab().page().waitForCondition(() -> (boolean) ann.tab()
                .page()
                .evaluate("async () => (await navigator.serviceWorker.getRegistration())?.active?.scriptURL === '"
                        + chat + "sw.js'"));
        ann.offline(true);
        ann.tab().page().reload();
        ann.tab().awaitSaid(List.of("to the neighbour", "from the neighbour"));
    }

    @Test
    void aProxyThatNamesTheServerOtherwiseIsSaidToAtTheLogin() {
        BrowserUser ann = signedUp("ann");
        BrowserUser other = somebodyAt(plain.resolve("careless/"), "other");
        other.tab().logIn(ann.name(), Person.PASSWORD);
        other.tab().awaitText("a proxy between them must pass on the Host header unchanged");
    }

    @Test
    void whatAProxyForbidsIsNotTakenForTheServersRefusal() {
        BrowserUser bob = signedUp("bob");
        BrowserUser ann = somebodyAt(plain.resolve("forbidding/"), "ann").signUp();
        ann.tab().openDirect(bob.name());
        ann.tab().say("it waits");
        ann.tab().awaitState("it waits", "Waiting to be sent");
        ann.tab().page().reload();
        ann.tab().awaitState("it waits", "Waiting to be sent");
    }
}

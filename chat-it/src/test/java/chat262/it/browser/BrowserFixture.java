package chat262.it.browser;

import chat262.it.process.Folders;
import chat262.it.process.ServerProcess;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The server and the browser that all tests of the page in a JVM share; the first that asks starts them. */
final class BrowserFixture {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static BrowserFixture fixture;

    private final ServerProcess server;
    private final Playwright playwright;
    private final Browser browser;

    private BrowserFixture(Path chromium) {
        Path data = Folders.temporary("chat-browser");
        server = ServerProcess.start(data, Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(QUIET)
                        .setHeadless(true));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.kill();
            Folders.delete(data);
        }));
    }

    /** The preferred Chromium; empty if none is installed. */
    static Optional<Path> chromium() {
        return Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static synchronized BrowserFixture get() {
        if (fixture == null) {
            fixture = new BrowserFixture(chromium().orElseThrow());
        }
        return fixture;
    }

    ServerProcess server() {
        return server;
    }

    Browser browser() {
        return browser;
    }
}

package chat262.it.browser;

import chat262.it.process.Folders;
import chat262.it.process.ServerProcess;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The server and the browser that all checks of the page share; the first that asks starts them. */
final class Stage {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Stage stage;

    private final ServerProcess server;
    private final Playwright playwright;
    private final Browser browser;

    private Stage(Path chromium) {
        Path data = temporaryFolder();
        server = ServerProcess.start(data, Map.of("CHAT_PASSWORD_ITERATIONS", "1024", "CHAT_START_TIMEOUT", "170"));
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

    /** Where a Chromium is, in the order of preference; empty if there is none. */
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

    static synchronized Stage get() {
        if (stage == null) {
            stage = new Stage(chromium().orElseThrow());
        }
        return stage;
    }

    ServerProcess server() {
        return server;
    }

    Browser browser() {
        return browser;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("chat-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

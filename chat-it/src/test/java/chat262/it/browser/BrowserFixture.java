package chat262.it.browser;

import chat262.it.process.Folders;
import chat262.it.process.OncePerJvm;
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
final class BrowserFixture implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final OncePerJvm<BrowserFixture> FIXTURE =
            new OncePerJvm<>(() -> new BrowserFixture(chromium().orElseThrow()));

    private final Path data = Folders.temporary("chat-browser");
    private final ServerProcess server;
    private final Browser browser;

    private BrowserFixture(Path chromium) {
        Runtime.getRuntime().addShutdownHook(new Thread(BrowserFixture::endProcesses));
        server = ServerProcess.start(data, Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
        browser = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(QUIET)
                        .setHeadless(true));
    }

    /**
     * Ends Playwright's driver with its browser: the driver has this JVM's standard error, which Maven reads to its end. Not by
     * Playwright's own close, which waits for the browser.
     */
    private static void endProcesses() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        server.kill();
        Folders.delete(data);
    }

    /** The preferred Chromium; empty if none is installed. */
    static Optional<Path> chromium() {
        return Stream.of(
                        "/usr/lib/chromium/chromium-headless-shell", // what the command of this name starts as a child
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static BrowserFixture get() {
        return FIXTURE.get();
    }

    ServerProcess server() {
        return server;
    }

    Browser browser() {
        return browser;
    }
}

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
import java.util.Set;
import java.util.stream.Collectors;
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
        server = ServerProcess.start(data, Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
        browser = playwright()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(QUIET)
                        .setHeadless(true));
    }

    /**
     * Starts Playwright, whose driver and browser are killed when this JVM ends: the driver has the JVM's standard error, which
     * Maven reads to its end. Playwright's own close would wait for the browser.
     */
    private static Playwright playwright() {
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<ProcessHandle> drivers = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drivers.forEach(BrowserFixture::kill)));
        return playwright;
    }

    private static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
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

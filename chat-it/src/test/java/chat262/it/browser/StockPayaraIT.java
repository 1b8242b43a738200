package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import chat262.it.process.StockPayara;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chat.war} in a Payara Micro as it is published, which puts it below a path. */
class StockPayaraIT extends PageTest {
    @TempDir
    Path folder;

    @Test
    void pageAndConsoleTalkBelowThePathThatPayaraGivesTheApplication() {
        try (StockPayara payara = StockPayara.start(folder)) {
            BrowserUser ann = somebodyAt(payara.url(), "ann").signUp();
            assertThat(ann.context().cookies(payara.url().toString()))
                    .extracting((Cookie cookie) -> cookie.path)
                    .containsExactly("/chat/");
            String bob = name("bob");
            console(payara, "newaccount", bob, "--password-stdin");
            console(payara, "login", bob, "--password-stdin");
            ann.tab().openDirect(bob);
            ann.tab().say("from the page");
            ann.tab().awaitAllStored();
            assertThat(console(payara, "tail").lines())
                    .singleElement()
                    .asString()
                    .endsWith("from the page");
            console(payara, "send", ann.name(), "from the console");
            ann.tab().awaitSaid(List.of("from the page", "from the console"));
        }
    }

    private ConsoleProcess.Result console(StockPayara payara, String... arguments) {
        ConsoleProcess.Result result =
                ConsoleProcess.run(folder.resolve("console"), payara.url(), Person.PASSWORD, arguments);
        assertThat(result.exitCode()).as("%s", result).isZero();
        return result;
    }
}

package chat262.page;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.MessageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The web page's list of kinds says the same as the contract's. */
class KindsTest {
    private static final Path LIST = Path.of("src/main/webapp/app/wire/kinds.js");
    private static final Pattern KIND = Pattern.compile("^  (\\w+): \\{(.*)},$", Pattern.MULTILINE);
    private static final Pattern PROPERTY = Pattern.compile("(\\w+): true");

    @Test
    void thePageKnowsTheSameKindsWithTheSameProperties() throws IOException {
        TreeMap<String, Set<String>> ofThePage = new TreeMap<>();
        KIND.matcher(Files.readString(LIST))
                .results()
                .forEach(kind -> ofThePage.put(kind.group(1), properties(kind.group(2))));
        TreeMap<String, Set<String>> ofTheContract = new TreeMap<>();
        MessageKind.known().forEach(kind -> ofTheContract.put(kind.wireName(), properties(kind)));
        assertThat(ofThePage).isEqualTo(ofTheContract);
    }

    private static Set<String> properties(String text) {
        return PROPERTY.matcher(text)
                .results()
                .map(property -> property.group(1))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Set<String> properties(MessageKind kind) {
        Set<String> properties = new TreeSet<>();
        if (kind.countsAsUnread()) {
            properties.add("unread");
        }
        if (kind.changesMembers()) {
            properties.add("changesMembers");
        }
        if (kind.hasTarget()) {
            properties.add("hasTarget");
        }
        return properties;
    }
}

package chat262.page;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.problems.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The web page's list of problems says the same as the contract's. */
class ProblemsTest {
    private static final Path LIST = Path.of("src/main/webapp/app/wire/problems.js");
    private static final Pattern PROBLEM = Pattern.compile("^  '?([\\w-]+)'?: (\\d+),$", Pattern.MULTILINE);

    @Test
    void thePageKnowsTheSameProblemsWithTheSameStatuses() throws IOException {
        Map<String, Integer> ofThePage = new TreeMap<>();
        PROBLEM.matcher(Files.readString(LIST))
                .results()
                .forEach(problem -> ofThePage.put(problem.group(1), Integer.valueOf(problem.group(2))));
        Map<String, Integer> ofTheContract = new TreeMap<>();
        for (ProblemType problem : ProblemType.values()) {
            ofTheContract.put(problem.slug(), problem.status());
        }
        assertThat(ofThePage).isEqualTo(ofTheContract);
    }
}

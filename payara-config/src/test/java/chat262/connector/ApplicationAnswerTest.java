package chat262.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests are calls, whose successes only the application gives. */
class ApplicationAnswerTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/rooms,true",
        "/x/../api/v1/rooms,true",
        "/api/v1/./%2E/rooms/7,true",
        "/api/v1/../../,false",
        "/api/v1/%2e%2e/v1x/,false",
        "/api/v1,false",
        "/,false",
        "/app/main.js,false"
    })
    void areCallsByThePathThatTheContainerUnderstands(String path, boolean isCall) {
        assertThat(ApplicationAnswer.isCall(path)).isEqualTo(isCall);
    }
}

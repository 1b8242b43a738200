package chat262.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomFinderTest {
    @Test
    void aNameMayMeanOnlyThePersonOfThatName() {
        assertThat(RoomFinder.mayMean("bob", "@Bob")).isTrue();
        assertThat(RoomFinder.mayMean("@bob", "@Bob")).isTrue();
        assertThat(RoomFinder.mayMean("#bob", "@bob")).isFalse();
        assertThat(RoomFinder.mayMean("carol", "@bob")).isFalse();
        assertThat(RoomFinder.mayMean("@carol", "@bob")).isFalse();
    }

    @Test
    void namesAreComparedAsTheServerDoes() {
        assertThat(RoomFinder.isSameName("#izmir", "#İzmir")).isTrue();
        assertThat(RoomFinder.isSameName("ΟΔΟΣ", "Οδος"))
                .as("two groups on the server")
                .isFalse();
    }

    @Test
    void aNameThatIsNotAPersonsMayMeanAnyGroupAsAGroupMayGetAnotherName() {
        assertThat(RoomFinder.mayMean("team", "#Team")).isTrue();
        assertThat(RoomFinder.mayMean("#crew", "#Team")).isTrue();
        assertThat(RoomFinder.mayMean("crew", "#Team")).isTrue();
        assertThat(RoomFinder.mayMean("@team", "#Team")).isFalse();
    }
}

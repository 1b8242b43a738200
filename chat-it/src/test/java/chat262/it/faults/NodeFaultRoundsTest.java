package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.faults.NodeFaultRounds.Planned;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeFaultRoundsTest {
    private static final long SEED = 262;
    private static final int NODES = 3;

    @Test
    void threeMoreBringEachFaultAlone() {
        List<List<Planned>> rounds = NodeFaultRounds.of(SEED, 6, NODES).subList(3, 12);

        assertThat(rounds).allSatisfy(round -> assertThat(round).hasSize(1));
        assertThat(rounds.stream().flatMap(List::stream).map(Planned::fault))
                .containsExactlyInAnyOrder(NodeFault.values());
    }

    @Test
    void threeKillsBringAllFaultsTogetherEachRoundOnNodesOfTheirOwn() {
        List<List<Planned>> rounds = NodeFaultRounds.of(SEED, 3, NODES);

        assertThat(rounds).hasSize(3).allSatisfy(round -> {
            assertThat(round.stream().map(Planned::node)).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(round.stream().filter(each -> each.fault().isKillOfNode()))
                    .hasSize(1);
        });
    }

    @Test
    void theSameSeedBringsTheSameRoundsAndAnotherOneOthers() {
        List<List<Planned>> rounds = NodeFaultRounds.of(SEED, 10, NODES);

        assertThat(NodeFaultRounds.of(SEED, 10, NODES)).isEqualTo(rounds);
        assertThat(NodeFaultRounds.of(SEED + 1, 10, NODES)).isNotEqualTo(rounds);
    }

    @Test
    void aRunEndsWithItsLastKill() {
        for (int kills = 1; kills < 20; kills++) {
            List<List<Planned>> rounds = NodeFaultRounds.of(SEED, kills, NODES);

            assertThat(rounds.stream()
                            .flatMap(List::stream)
                            .filter(each -> each.fault().isKillOfNode()))
                    .hasSize(kills);
            assertThat(rounds.get(rounds.size() - 1))
                    .anyMatch(each -> each.fault().isKillOfNode());
        }
    }
}

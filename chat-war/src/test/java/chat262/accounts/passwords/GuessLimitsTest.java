package chat262.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuessLimitsTest {
    private static final Requester ONE = new Requester("192.0.2.1", false, false);
    private static final Requester OTHER = new Requester("192.0.2.2", false, false);
    private static final Requester PROXY = new Requester("127.0.0.1", false, true);
    private static final Requester MEMBER = new Requester("account 1", true, false);

    private final GuessLimits limits = new GuessLimits(2);

    private void guess(String account, Requester who) {
        assertThat(limits.secondsToWait(account, who)).isEmpty();
        limits.count(account, who);
    }

    private boolean mustWait(String account, Requester who) {
        return limits.secondsToWait(account, who).isPresent();
    }

    @Test
    void anAddressHasItsLimitWhicheverNamesItTries() {
        guess("ann", ONE);
        guess("bob", ONE);
        assertThat(mustWait("cy", ONE)).isTrue();
        assertThat(mustWait("ann", OTHER)).isFalse();
    }

    @Test
    void ofThoseWhoGuessTogetherAllMustWaitAndNobodyElse() {
        guess("ann", ONE);
        guess("ann", OTHER);
        assertThat(mustWait("ann", ONE)).isTrue();
        assertThat(mustWait("ann", OTHER)).isTrue();
        assertThat(mustWait("bob", ONE)).isFalse();
        assertThat(mustWait("ann", new Requester("192.0.2.3", false, false))).isFalse();
        assertThat(mustWait("ann", MEMBER)).isFalse();
    }

    @Test
    void aProxyThatDoesNotTellItsClientsIsLimitedByNameOnly() {
        guess("ann", PROXY);
        guess("ann", PROXY);
        assertThat(mustWait("ann", PROXY)).isTrue();
        assertThat(mustWait("bob", PROXY)).isFalse();
    }

    @Test
    void aMemberHasALimitOfTheirOwn() {
        guess("ann", MEMBER);
        guess("ann", MEMBER);
        assertThat(mustWait("ann", MEMBER)).isTrue();
        assertThat(mustWait("ann", ONE)).isFalse();
    }
}

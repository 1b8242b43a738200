package chat262.accounts.passwords;

import chat262.platform.RateLimit;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How many wrong passwords may be tried. An address has its limit, whichever usernames it tries. A username has the same limit
 * for all addresses together, but it stops only those that have guessed wrong themselves: so guessing from many addresses is
 * slow, and the right password from anywhere else gets in. A member who proves their password again is not held up by the
 * guesses of others at all. Thread-safe.
 */
public final class GuessLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RateLimit byRequester;
    private final RateLimit byAccount;
    private final RateLimit byBoth = new RateLimit(1, WINDOW);

    private record Both(String account, String requester) {}

    /** Limits of so many wrong passwords a minute. */
    public GuessLimits(int perMinute) {
        byRequester = new RateLimit(perMinute, WINDOW);
        byAccount = new RateLimit(perMinute, WINDOW);
    }

    /** The seconds until a requester may try a password of an account; empty if they may now. */
    public OptionalInt secondsToWait(String account, Requester who) {
        if (!who.mayBeMany()) {
            OptionalInt own = byRequester.secondsToWait(who.name());
            if (own.isPresent() || who.isMember()) {
                return own;
            }
        }
        boolean hasGuessed = byBoth.secondsToWait(new Both(account, who.name())).isPresent();
        return hasGuessed ? byAccount.secondsToWait(account) : OptionalInt.empty();
    }

    /** Counts a wrong password. */
    public void count(String account, Requester who) {
        byRequester.count(who.name());
        if (!who.isMember()) {
            byAccount.count(account);
            byBoth.count(new Both(account, who.name()));
        }
    }
}

package chat262.platform;

import chat262.api.server.ServerProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The settings of the server. Each is a property, and an environment variable of the same name in upper case with
 * underscores: {@code chat.password.iterations} is {@code CHAT_PASSWORD_ITERATIONS}.
 */
@ApplicationScoped
public class Settings {
    /** A session that is not used for this long ends (protocol, Accounts and sessions). */
    public static final Duration SESSION_LIFE = Duration.ofDays(30);

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    /** The minimum of Jakarta Security's password hash. */
    private static final int MIN_ITERATIONS = 1024;

    /** Iterations of PBKDF2-HMAC-SHA512 for new passwords; OWASP asks for at least 210,000. Only tests lower it. */
    @Inject
    @ConfigProperty(name = ServerProperties.PASSWORD_ITERATIONS, defaultValue = "210000")
    int passwordIterations;

    /** The maximum number of devices that an account is logged in from. */
    @Inject
    @ConfigProperty(name = ServerProperties.SESSIONS_PER_ACCOUNT, defaultValue = "1")
    int sessionsPerAccount;

    /** {@link #OPEN}, or {@link #CLOSED}: then only members can register further accounts. */
    @Inject
    @ConfigProperty(name = ServerProperties.REGISTRATION, defaultValue = OPEN)
    String registration;

    /** After this many wrong passwords from an address or for a username in a minute, further logins have to wait. */
    @Inject
    @ConfigProperty(name = ServerProperties.FAILED_LOGINS_PER_MINUTE, defaultValue = "60")
    int failedLoginsPerMinute;

    /** {@link ServerProperties#NOTIFY} or {@link ServerProperties#SWEEP}. */
    @Inject
    @ConfigProperty(name = ServerProperties.WAKE_UP, defaultValue = ServerProperties.NOTIFY)
    String wakeUp;

    /** The maximum number of messages that an account may send in a second; 0 sets no limit. */
    @Inject
    @ConfigProperty(name = ServerProperties.SENDS_PER_SECOND, defaultValue = "0")
    int sendsPerSecond;

    public int passwordIterations() {
        return passwordIterations;
    }

    public int sessionsPerAccount() {
        return sessionsPerAccount;
    }

    public boolean isRegistrationOpen() {
        return registration.equals(OPEN);
    }

    public int failedLoginsPerMinute() {
        return failedLoginsPerMinute;
    }

    /** Whether nodes of one PostgreSQL wake each other up; otherwise each looks for what the others have stored. */
    public boolean isNotified() {
        return wakeUp.equals(ServerProperties.NOTIFY);
    }

    public int sendsPerSecond() {
        return sendsPerSecond;
    }

    /** Refuses values that make no sense; called before the server is ready. */
    public void check() {
        atLeast(MIN_ITERATIONS, passwordIterations, ServerProperties.PASSWORD_ITERATIONS);
        atLeast(1, sessionsPerAccount, ServerProperties.SESSIONS_PER_ACCOUNT);
        atLeast(1, failedLoginsPerMinute, ServerProperties.FAILED_LOGINS_PER_MINUTE);
        atLeast(0, sendsPerSecond, ServerProperties.SENDS_PER_SECOND);
        oneOf(OPEN, CLOSED, registration, ServerProperties.REGISTRATION);
        oneOf(ServerProperties.NOTIFY, ServerProperties.SWEEP, wakeUp, ServerProperties.WAKE_UP);
    }

    private static void oneOf(String first, String second, String value, String name) {
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalStateException(name + " is " + value + "; it must be " + first + " or " + second);
        }
    }

    private static void atLeast(int min, int value, String name) {
        if (value < min) {
            throw new IllegalStateException(name + " is " + value + "; it must be at least " + min);
        }
    }
}

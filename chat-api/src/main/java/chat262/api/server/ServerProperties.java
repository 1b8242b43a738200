package chat262.api.server;

/** The system properties by which the launcher, the connector and the application communicate. */
public final class ServerProperties {
    /** The setting: rounds of PBKDF2-HMAC-SHA512 for new passwords. */
    public static final String PASSWORD_ITERATIONS = "chat.password.iterations";

    /** The setting: how many sessions an account may have at a time. */
    public static final String SESSIONS_PER_ACCOUNT = "chat.sessions.per.account";

    /** The setting: {@code open}, or {@code closed} so that only members register accounts. */
    public static final String REGISTRATION = "chat.registration";

    /** The setting: wrong passwords per address, and per username, and minute until further logins have to wait. */
    public static final String FAILED_LOGINS_PER_MINUTE = "chat.failed.logins.per.minute";

    /** The setting: messages per account and second; 0 is no limit. */
    public static final String SENDS_PER_SECOND = "chat.sends.per.second";

    /** The setting: the name of the restore that the data come from; absent if they don't come from a backup. */
    public static final String RESTORED = "chat.restored";

    /** The setting: {@link #NOTIFY}, or {@link #SWEEP} for a database that speaks PostgreSQL but has no {@code LISTEN}. */
    public static final String WAKE_UP = "chat.wake.up";

    /** Nodes of one PostgreSQL wake each other up. */
    public static final String NOTIFY = "notify";

    /** Each node of one PostgreSQL looks for what the others have stored. */
    public static final String SWEEP = "sweep";

    /** Set by the launcher with PostgreSQL: the driver's URL, without the password. */
    public static final String DB_URL = "chat.db.url";

    /** Set by the launcher with PostgreSQL: who connects. */
    public static final String DB_USER = "chat.db.user";

    /** The setting and, with PostgreSQL, set by the launcher: the password of {@link #DB_USER}. */
    public static final String DB_PASSWORD = "chat.db.password";

    /** Set by the launcher: the version of the program. */
    public static final String VERSION = "chat.version";

    /** {@code true}, set by the launcher, once the server stops. */
    public static final String STOPPING = "chat.stopping";

    /** Set by the launcher: the tag of the schema to go back to, in place of serving. */
    public static final String MIGRATE_TO = "chat.migrate.to";

    /** Set by the application when a migration has ended: {@link #MIGRATE_OK}, or {@code failed: } and the reason. */
    public static final String MIGRATE_RESULT = "chat.migrate.result";

    /** The result of a migration that succeeded. */
    public static final String MIGRATE_OK = "ok";

    /** Set by the application when it will never be ready: the reason, as a sentence. */
    public static final String START_FAILURE = "chat.start.failure";

    /** {@code true}, set by the launcher, while the application answers requests: from ready until the stop begins. */
    public static final String SERVING = "chat.serving";

    private ServerProperties() {}
}

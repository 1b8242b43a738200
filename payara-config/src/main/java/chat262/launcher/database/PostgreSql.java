package chat262.launcher.database;

import chat262.api.server.ServerProperties;
import chat262.launcher.common.DataFolder;
import chat262.launcher.common.JarResources;
import chat262.launcher.common.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** A PostgreSQL server, named by a URL {@code postgresql://user:password@host:port/database?parameters}. */
public final class PostgreSql implements Database {
    /** What a URL looks like. */
    public static final String EXAMPLE = "postgresql://USER@HOST/DATABASE";

    private static final String SCHEME = "postgresql";
    private static final String CONNECTION = "connection.properties";
    private static final String MOVE = "move.properties";

    private static final int DEFAULT_PORT = 5432;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final URI url;
    private final String password;

    /**
     * The database of a URL.
     *
     * @param password the password for a URL without one; empty for none
     */
    public PostgreSql(String url, String password) {
        this.url = URI.create(url);
        this.password = password;
    }

    /** What is wrong with a URL; empty if nothing is. The result contains nothing of the URL. */
    public static Optional<String> complaint(String value) {
        try {
            URI url = new URI(value);
            boolean complete = SCHEME.equals(url.getScheme())
                    && url.getHost() != null
                    && url.getRawUserInfo() != null
                    && !user(url).isEmpty()
                    && url.getRawPath().length() > 1
                    && url.getRawFragment() == null;
            return complete ? Optional.empty() : Optional.of("is neither \"derby\" nor a URL such as " + EXAMPLE);
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL such as " + EXAMPLE + "; in a name or password, write /, ?, #, @ and % as"
                    + " %2F, %3F, %23, %40 and %25");
        }
    }

    @Override
    public String folder() {
        return SCHEME;
    }

    @Override
    public String where(DataFolder data) {
        return "%s at %s".formatted(address(), data.path());
    }

    @Override
    public void refuseUnusable(DataFolder data) throws StartupException {
        refuseIfAway();
    }

    /** Refuses a server that can't be reached. */
    public void refuseIfAway() throws StartupException {
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(url.getHost(), port), CONNECT_TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw StartupException.failed(
                    "can't reach PostgreSQL at %s port %d: %s".formatted(url.getHost(), port, e.getMessage()));
        }
    }

    @Override
    public void configure(DataFolder data) throws IOException {
        System.setProperty(ServerProperties.DB_URL, jdbcUrl(List.of(CONNECTION)));
        System.setProperty(ServerProperties.DB_USER, user(url));
        System.setProperty(PASSWORD_PROPERTY, passwordOf(url).orElse(password));
    }

    @Override
    public Connection connect(ClassLoader loader) throws StartupException {
        return connect(loader, List.of(CONNECTION));
    }

    /** Opens a connection that copies all data into the database. */
    public Connection connectToFill(ClassLoader loader) throws StartupException {
        return connect(loader, List.of(CONNECTION, MOVE));
    }

    private Connection connect(ClassLoader loader, List<String> files) throws StartupException {
        Properties login = new Properties();
        login.setProperty("user", user(url));
        login.setProperty("password", passwordOf(url).orElse(password));
        try {
            return Database.driver(loader, "org.postgresql.Driver").connect(jdbcUrl(files), login);
        } catch (SQLException e) {
            String hint =
                    SqlFailure.isRefusedLogin(e) ? "; set CHAT_DB_PASSWORD, or write USER:PASSWORD@ in the URL" : "";
            throw StartupException.failed(
                    "can't connect to %s as %s: %s%s".formatted(address(), user(url), SqlFailure.reason(e), hint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close(ClassLoader loader) {
        // Payara's pool has closed the connections; nothing else is open.
    }

    /**
     * The driver's URL, without the password.
     *
     * @param files the files with our parameters; a later one overrides an earlier one, and the user's URL overrides them all
     */
    private String jdbcUrl(List<String> files) throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        for (String file : files) {
            JarResources.properties("MICRO-INF/postgresql/" + file)
                    .forEach((name, value) -> parameters.put((String) name, encoded((String) value)));
        }
        for (String pair : Optional.ofNullable(url.getRawQuery()).orElse("").split("&")) {
            if (!pair.isEmpty()) {
                String[] nameAndValue = pair.split("=", 2);
                parameters.put(nameAndValue[0], nameAndValue.length == 2 ? nameAndValue[1] : "");
            }
        }
        StringBuilder text = new StringBuilder("jdbc:" + address());
        String separator = "?";
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            text.append(separator).append(each.getKey()).append('=').append(each.getValue());
            separator = "&";
        }
        return text.toString();
    }

    /** The URL without user, password and parameters, for messages. */
    public String address() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return SCHEME + "://" + url.getHost() + port + url.getRawPath();
    }

    private static String user(URI url) {
        return decoded(url.getRawUserInfo().split(":", 2)[0]);
    }

    private static Optional<String> passwordOf(URI url) {
        String[] parts = url.getRawUserInfo().split(":", 2);
        return parts.length == 2 ? Optional.of(decoded(parts[1])) : Optional.empty();
    }

    /** Decodes as in any URL, where a plus sign is literal. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

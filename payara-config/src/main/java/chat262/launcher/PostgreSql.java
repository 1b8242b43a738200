package chat262.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A PostgreSQL server, named by a URL {@code postgresql://user:password@host:port/database?parameters}. */
final class PostgreSql implements Database {
    private static final String SCHEME = "postgresql";
    private static final String PLACE = "postgresql://USER@HOST/DATABASE";

    private static final int STANDARD_PORT = 5432;
    private static final int MOST_MILLIS = 5_000;

    private final URI url;
    private final String password;

    /**
     * The database of a URL that has no {@linkplain #complaint complaint}.
     *
     * @param password the password if the URL has none; empty for none
     */
    PostgreSql(String url, String password) {
        this.url = URI.create(url);
        this.password = password;
    }

    /** What is wrong with a value of the setting; empty if it names a database. The answer holds nothing of the value. */
    static Optional<String> complaint(String value) {
        if (value.equals("derby")) {
            return Optional.empty();
        }
        try {
            URI url = new URI(value);
            boolean whole = SCHEME.equals(url.getScheme())
                    && url.getHost() != null
                    && url.getRawUserInfo() != null
                    && !user(url).isEmpty()
                    && url.getRawPath().length() > 1
                    && url.getRawFragment() == null;
            return whole ? Optional.empty() : Optional.of("is neither \"derby\" nor a URL such as " + PLACE);
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL such as " + PLACE + "; in a name or password, write /, ?, #, @ and % as"
                    + " %2F, %3F, %23, %40 and %25");
        }
    }

    @Override
    public String folder() {
        return SCHEME;
    }

    @Override
    public String where(DataFolder data) {
        return "%s at %s".formatted(place(), data.path());
    }

    @Override
    public void refuseIfAway() throws CannotStart {
        int port = url.getPort() < 0 ? STANDARD_PORT : url.getPort();
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(url.getHost(), port), MOST_MILLIS);
        } catch (IOException e) {
            throw CannotStart.failed(
                    "can't reach PostgreSQL at %s port %d: %s".formatted(url.getHost(), port, e.getMessage()));
        }
    }

    @Override
    public void configure(DataFolder data) throws IOException {
        System.setProperty("chat.db.url", jdbcUrl());
        System.setProperty("chat.db.user", user(url));
        System.setProperty(Setting.DB_PASSWORD.property(), passwordOf(url).orElse(password));
    }

    @Override
    public void close(ClassLoader loader) {
        // Payara's pool has closed the connections, and there is nothing else.
    }

    /** The driver's URL, with our parameters where the user's URL has no others, and without the password. */
    String jdbcUrl() throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        Resources.properties("MICRO-INF/postgresql/connection.properties")
                .forEach((name, value) -> parameters.put((String) name, encoded((String) value)));
        for (String pair : Optional.ofNullable(url.getRawQuery()).orElse("").split("&")) {
            if (!pair.isEmpty()) {
                String[] nameAndValue = pair.split("=", 2);
                parameters.put(nameAndValue[0], nameAndValue.length == 2 ? nameAndValue[1] : "");
            }
        }
        StringBuilder text = new StringBuilder("jdbc:" + place());
        String separator = "?";
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            text.append(separator).append(each.getKey()).append('=').append(each.getValue());
            separator = "&";
        }
        return text.toString();
    }

    /** The URL without who logs in and how. */
    private String place() {
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

    /** As in any URL, where a plus sign is itself. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package chat262.cli.config;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The address of a server: each server has one, however it is written. */
final class ServerAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private ServerAddress() {}

    /**
     * Reads an address: in lower case but for its path, without the scheme's default port and without a slash at its end.
     *
     * @throws IllegalArgumentException if it is none; the message is for the person
     */
    static URI of(String text) {
        try {
            URI url = URI.create(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() != null
                    && SCHEMES.contains(scheme)
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                boolean isDefault = url.getPort() == (scheme.equals("https") ? 443 : 80) || url.getPort() < 0;
                return URI.create(scheme + "://"
                        + (url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@")
                        + url.getHost().toLowerCase(Locale.ROOT)
                        + (isDefault ? "" : ":" + url.getPort())
                        + url.getRawPath().replaceFirst("/+$", ""));
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalArgumentException("not a server's URL, such as " + Setting.DEFAULT_SERVER + ": " + text);
    }
}

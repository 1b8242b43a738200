package chat262.cli.store;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of one server. It has one, named by its address; earlier versions made one for each way to write the address:
 * with a slash at the end, with the default port, in other letters.
 */
final class ServerFolders {
    private ServerFolders() {}

    /**
     * The folders that a server has among those of all servers; never empty. The first is the one to use: that of the latest
     * login.
     *
     * @param url the server's address, as {@code config} writes it
     */
    static List<Path> of(Path all, URI url) {
        Path usual = all.resolve(name(url.getScheme(), url.getRawAuthority(), url.getRawPath()));
        String[] existing = all.toFile().list();
        List<Path> found = new ArrayList<>(Arrays.stream(existing == null ? new String[0] : existing)
                .filter(name -> isOf(url, name))
                .map(all::resolve)
                .toList());
        if (found.isEmpty()) {
            return List.of(usual);
        }
        found.sort(Comparator.comparing(ServerFolders::loggedInAt)
                .thenComparing(usual::equals)
                .reversed()
                .thenComparing(Path::getFileName));
        return found;
    }

    private static long loggedInAt(Path folder) {
        return folder.resolve(StateFolder.LOGIN).toFile().lastModified(); // 0 if there is none
    }

    private static boolean isOf(URI url, String folder) {
        String defaultPort = url.getScheme().equals("https") ? ":443" : ":80";
        return Stream.of("", url.getPort() < 0 ? defaultPort : "")
                .map(port -> name(url.getScheme(), url.getRawAuthority() + port, ""))
                .filter(start -> folder.regionMatches(true, 0, start, 0, start.length()))
                .map(start -> folder.substring(start.length()))
                .anyMatch(
                        path -> path.equals(encoded(url.getRawPath())) || path.equals(encoded(url.getRawPath() + "/")));
    }

    private static String name(String scheme, String authority, String path) {
        return scheme + "_" + encoded(authority + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", "_");
    }
}

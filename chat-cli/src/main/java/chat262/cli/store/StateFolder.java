package chat262.cli.store;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one server: {@code SERVER/login.json} and {@code SERVER/EPOCH/ID-USERNAME/…}. */
public final class StateFolder {
    /** The file of the login in a server's folder. */
    static final String LOGIN = "login.json";

    /** More than an entry or a message takes. */
    private static final int PROBE_BYTES = 128 * 1024;

    private final Path server;
    private final List<Path> others; // folders that the server has from earlier versions, under other spellings

    private StateFolder(List<Path> folders) {
        this.server = folders.get(0);
        this.others = folders.subList(1, folders.size());
    }

    /**
     * The folder of a server below {@code $XDG_STATE_HOME/chat}, else below {@code ~/.local/state/chat}.
     *
     * @param profile whose folder is {@code profiles/PROFILE} there; null for none
     */
    public static StateFolder of(URI url, String profile, Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = Path.of(xdg).isAbsolute() // the XDG specification: a relative one is to be ignored
                ? Path.of(xdg)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state");
        Path all = base.resolve("chat");
        return new StateFolder(
                ServerFolders.of(profile == null ? all : all.resolve("profiles").resolve(profile), url));
    }

    /** Where all of it is; it need not be there yet. */
    public Path path() {
        return server;
    }

    /** The login; empty if there is none, or none that can be read. */
    public Optional<Login> login() throws IOException {
        try {
            return Stored.readIfWhole(Files.readAllBytes(server.resolve(LOGIN)), Login.class);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether there is a login that can't be read. */
    public boolean isLoginDamaged() throws IOException {
        return Files.exists(server.resolve(LOGIN)) && login().isEmpty();
    }

    /** Keeps a login; it replaces the previous one. */
    public void keep(Login login) throws IOException {
        Folders.make(server);
        if (isLoginDamaged()) {
            Folders.keepAside(server.resolve(LOGIN));
        }
        Folders.replace(server.resolve(LOGIN), Stored.write(login));
    }

    /** The login of a token that was given from outside; empty if it is new here. */
    public Optional<Login> given(String token) throws IOException {
        try {
            return Stored.readIfWhole(Files.readAllBytes(given(server, token)), Login.class)
                    .filter(login -> login.token().equals(token));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Remembers the login of a token that was given from outside; the login of this device stays. */
    public void remember(Login given) throws IOException {
        Folders.make(server);
        FileGuard guard = FileGuard.take(server.resolve("token.lock")); // scripts may start at the same time
        try {
            Folders.replace(given(server, given.token()), Stored.write(given));
        } finally {
            guard.close();
        }
    }

    /** Forgets the login of a token. */
    public void forget(String token) throws IOException {
        Files.deleteIfExists(given(server, token));
    }

    private static Path given(Path server, String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return server.resolve("token-" + HexFormat.of().formatHex(hash, 0, 8) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Forgets the login; what its account has stored stays. */
    public void forgetLogin() throws IOException {
        for (Path folder : folders()) { // an older login must not come back
            Files.deleteIfExists(folder.resolve(LOGIN));
        }
    }

    /** The folder of an account in the history that its login belongs to; made if it isn't there. */
    public Path account(Login login) throws IOException {
        return Folders.make(accountIfAny(login));
    }

    /** Where that folder is, whether it is there or not. */
    public Path accountIfAny(Login login) throws IOException {
        return server.resolve(nameOfFolder("epoch", login.epoch())).resolve(folder(login));
    }

    /** The files of an account that were found damaged and are kept, in all its histories. */
    public List<Path> damaged(Login login) throws IOException {
        List<Path> damaged = new ArrayList<>();
        String own = folder(login);
        for (Path each : folders()) {
            if (Files.isDirectory(each)) { // else nothing was ever kept here
                try (Stream<Path> files =
                        Files.find(each, 3, (file, what) -> file.getParent().endsWith(own))) {
                    files.filter(file -> file.getFileName().toString().contains(Folders.DAMAGED))
                            .sorted()
                            .forEach(damaged::add);
                }
            }
        }
        return damaged;
    }

    /**
     * Writes something into an account's folder, and deletes it again.
     *
     * @throws IOException if the disk takes nothing
     */
    public void probe(Login login) throws IOException {
        Path file = account(login).resolve("probe");
        try {
            Folders.replace(file, new byte[PROBE_BYTES]);
        } finally {
            Files.deleteIfExists(file.resolveSibling("probe.new"));
            Files.deleteIfExists(file);
        }
    }

    /** By number and name: after a restore the number may be another account's. */
    private static String folder(Login login) throws IOException {
        return login.accountId() + "-" + nameOfFolder("username", login.username());
    }

    private static String nameOfFolder(String what, String said) throws IOException {
        if (!said.matches("[A-Za-z0-9._-]{1,100}") || said.startsWith(".")) {
            throw new IOException("the server's " + what + " is not one: " + said);
        }
        return said;
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>(List.of(server));
        folders.addAll(others);
        return folders;
    }

    /** The folders that an account has from other histories of this server, or under other spellings of its address. */
    public List<Path> earlier(Login login) throws IOException {
        List<Path> earlier = new ArrayList<>();
        Path present = account(login);
        String own = folder(login);
        for (Path each : folders()) {
            try (Stream<Path> epochs = Files.list(each)) {
                epochs.map(epoch -> epoch.resolve(own))
                        .filter(folder -> Files.isDirectory(folder) && !folder.equals(present))
                        .sorted()
                        .forEach(earlier::add);
            }
        }
        return earlier;
    }
}

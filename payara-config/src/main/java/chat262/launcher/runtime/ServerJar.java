package chat262.launcher.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** The jar that the server runs from: {@code chat-server.jar}, or the {@code server.jar} of an {@link UnpackedRuntime}. */
public final class ServerJar {
    /** The attributes of a {@code server.jar} that name the jar it was unpacked from, and that jar's identity. */
    private static final String UNPACKED_FROM = "Unpacked-From";

    private static final String IDENTITY = "Unpacked-Identity";

    private static final List<String> LIBRARIES = List.of("MICRO-INF/runtime/", "MICRO-INF/lib/");

    private final Path path;
    private final String unpackedFrom;
    private final String identity;

    private ServerJar(Path path, String unpackedFrom, String identity) {
        this.path = path;
        this.unpackedFrom = unpackedFrom;
        this.identity = identity;
    }

    /** The jar that this class was loaded from. */
    public static ServerJar own() throws IOException {
        try {
            return at(Path.of(ServerJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IOException("the server does not run from a jar", e);
        }
    }

    private static ServerJar at(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            String from = manifest.getValue(UNPACKED_FROM);
            return new ServerJar(path, from, from == null ? identity(jar) : manifest.getValue(IDENTITY));
        }
    }

    Path path() {
        return path;
    }

    /** A hash of the jar's contents; for an unpacked jar, the hash of the one that it was unpacked from. */
    String identity() {
        return identity;
    }

    /** Whether it is part of an {@link UnpackedRuntime}, so that the libraries are on the class path. */
    public boolean isUnpacked() {
        return unpackedFrom != null;
    }

    /** For an unpacked jar: the one that it was unpacked from, if that still exists and has changed since. */
    Optional<Path> changedOrigin() throws IOException {
        Path origin = Path.of(unpackedFrom);
        return Files.isRegularFile(origin) && !at(origin).identity.equals(identity)
                ? Optional.of(origin)
                : Optional.empty();
    }

    JarFile open() throws IOException {
        return new JarFile(path.toFile());
    }

    /** The jars inside a server's jar, in the order in which Payara puts them on its class path. */
    static List<JarEntry> libraries(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && isLibrary(entry))
                .toList();
    }

    /** The name of a library without its folders. */
    static String fileName(JarEntry library) {
        return library.getName().substring(library.getName().lastIndexOf('/') + 1);
    }

    /**
     * Copies the jar without its libraries, and makes the jars among these the class path in the copy's manifest. The others
     * are Payara's resource adapters, which Payara looks up by their mere names, so they are copied to the root.
     */
    void writeWithoutLibraries(JarFile from, Path to) throws IOException {
        Manifest manifest = new Manifest(from.getManifest());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        libraries(from).stream()
                                .map(ServerJar::fileName)
                                .filter(ServerJar::isJar)
                                .collect(Collectors.joining(" ")));
        manifest.getMainAttributes().putValue(UNPACKED_FROM, path.toString());
        manifest.getMainAttributes().putValue(IDENTITY, identity);
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (JarEntry entry : from.stream().toList()) {
                if (entry.isDirectory() || !isLibrary(entry)) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        copy(from, entry, entry.getName(), jar);
                    }
                } else if (!isJar(entry.getName())) {
                    copy(from, entry, fileName(entry), jar);
                }
            }
        }
    }

    private static void copy(JarFile from, JarEntry entry, String name, JarOutputStream to) throws IOException {
        JarEntry copy = new JarEntry(name);
        // Not compressed, as it is read at every start.
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(entry.getSize());
        copy.setCrc(entry.getCrc());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
        }
    }

    /** Whether classes can be loaded from a library. */
    static boolean isJar(String name) {
        return name.endsWith(".jar");
    }

    private static boolean isLibrary(JarEntry entry) {
        return LIBRARIES.stream().anyMatch(entry.getName()::startsWith);
    }

    /** The hash of the names, sizes and checksums in the jar's directory; the contents need not be read. */
    private static String identity(JarFile jar) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            jar.stream().forEach(entry -> {
                digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(entry.getSize())
                        .putLong(entry.getCrc())
                        .flip());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

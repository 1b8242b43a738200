package chat262.launcher.runtime;

import chat262.launcher.common.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The libraries of {@code chat-server.jar}, unpacked into a folder that is kept from start to start, and beside them
 * {@code server.jar}: the same server without the libraries, which are its class path. The folder is replaced as a whole when
 * the jar has changed, or when a file is missing or has another size. A process that dies meanwhile leaves the old folder or
 * none, and the next process starts over.
 */
public final class UnpackedRuntime {
    /** The server whose class path is the folder. */
    static final String SERVER_JAR = "server.jar";

    private static final String CONTENTS = "contents";

    /** Tells backup programs that the folder can be recreated (bford.info/cachedir). */
    private static final String CACHE_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n";

    private final Path folder;

    public UnpackedRuntime(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    Path serverJar() {
        return folder.resolve(SERVER_JAR);
    }

    /** The class path: the unpacked jars in their order, then the folder, in which Payara finds its resource adapters. */
    List<Path> classPath() throws IOException {
        List<Path> path = new ArrayList<>();
        for (String name : sizes().keySet()) {
            if (ServerJar.isJar(name) && !name.equals(SERVER_JAR)) {
                path.add(folder.resolve(name));
            }
        }
        path.add(folder);
        return path;
    }

    /** Unpacks a server's jar unless it is unpacked already. Waits for another process that is unpacking. */
    void make(ServerJar jar) throws IOException {
        try (FileChannel lock = lock()) {
            makeLocked(jar, lock);
        }
    }

    /** Locks the folder until the result is closed; waits for another process that holds the lock. */
    public FileChannel lock() throws IOException {
        PrivateFolder.make(folder.getParent());
        FileChannel file = FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return file;
    }

    /** As {@link #make}, for a caller that holds the lock. */
    public void makeLocked(ServerJar jar, FileChannel lock) throws IOException {
        if (lock.isOpen() && !isComplete(jar.identity())) {
            unpack(jar);
        }
    }

    /** Whether all files from the jar with this identity exist with their sizes. */
    boolean isComplete(String identity) {
        try {
            if (!Files.exists(folder.resolve(CONTENTS)) || !lines().get(0).equals(identity)) {
                return false;
            }
            for (Map.Entry<String, Long> each : sizes().entrySet()) {
                Path file = folder.resolve(each.getKey());
                if (!Files.isRegularFile(file) || Files.size(file) != each.getValue()) {
                    return false;
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            return false; // the list of contents was not written by this class
        }
    }

    private void unpack(ServerJar jar) throws IOException {
        Path fresh = beside(".new");
        Path old = beside(".old");
        PrivateFolder.delete(fresh);
        PrivateFolder.delete(old);
        PrivateFolder.make(fresh);
        Map<String, Long> sizes = new LinkedHashMap<>();
        try (JarFile open = jar.open()) {
            for (JarEntry library : ServerJar.libraries(open)) {
                String name = ServerJar.fileName(library);
                try (InputStream in = open.getInputStream(library)) {
                    sizes.put(name, write(in, fresh.resolve(name)));
                }
            }
            jar.writeWithoutLibraries(open, fresh.resolve(SERVER_JAR));
            sizes.put(SERVER_JAR, Files.size(fresh.resolve(SERVER_JAR)));
        }
        Files.writeString(fresh.resolve("CACHEDIR.TAG"), CACHE_TAG);
        writeContents(fresh, jar.identity(), sizes);
        if (Files.exists(folder)) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        PrivateFolder.delete(old);
    }

    private static long write(InputStream in, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return in.transferTo(out);
        }
    }

    private static void writeContents(Path folder, String identity, Map<String, Long> sizes) throws IOException {
        List<String> lines = new ArrayList<>(List.of(identity));
        sizes.forEach((name, size) -> lines.add(size + " " + name));
        Files.write(folder.resolve(CONTENTS), lines);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve(CONTENTS));
    }

    private Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String line : lines().subList(1, lines().size())) {
            int blank = line.indexOf(' ');
            sizes.put(line.substring(blank + 1), Long.parseLong(line.substring(0, blank)));
        }
        return sizes;
    }

    private Path beside(String suffix) {
        return folder.resolveSibling(folder.getFileName() + suffix);
    }
}

package chat262.launcher.runtime;

import chat262.launcher.common.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The classes for a command that uses a database and no Payara: the drivers, and the WAR's own classes with their libraries. What is
 * not unpacked yet is unpacked into a folder of its own, which {@link #close} deletes.
 */
public final class CommandLibraries implements AutoCloseable {
    private static final List<String> DRIVERS =
            List.of("derby.jar", "derbyshared.jar", "derbytools.jar", "postgresql.jar");
    private static final String WAR = "MICRO-INF/deploy/chat.war";
    private static final String WAR_LIBRARIES = "WEB-INF/lib/";
    private static final String WAR_CLASSES = "WEB-INF/classes/";

    private final Path folder;
    private final URLClassLoader loader;

    private CommandLibraries(Path folder, List<Path> classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path each : classPath) {
            urls.add(each.toUri().toURL());
        }
        this.folder = folder;
        // Not below our own loader, which has Payara's libraries too if they are unpacked: only these versions are
        // meant.
        this.loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The drivers. */
    public static CommandLibraries ofDrivers(ServerJar jar) throws IOException {
        Path folder = Files.createTempDirectory("262chat-");
        return new CommandLibraries(folder, drivers(jar, folder));
    }

    /**
     * The drivers and the WAR's classes.
     *
     * @param parent a folder that the next start empties, if this process is killed
     */
    public static CommandLibraries withWar(ServerJar jar, Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "libraries-");
        List<Path> classPath = drivers(jar, folder);
        try (JarFile open = jar.open();
                ZipInputStream war = new ZipInputStream(open.getInputStream(open.getEntry(WAR)))) {
            for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                unpack(entry, war, folder, classPath);
            }
        }
        classPath.add(folder.resolve(WAR_CLASSES));
        return new CommandLibraries(folder, classPath);
    }

    private static void unpack(ZipEntry entry, InputStream content, Path folder, List<Path> classPath)
            throws IOException {
        String name = entry.getName();
        if (entry.isDirectory() || !(name.startsWith(WAR_LIBRARIES) || name.startsWith(WAR_CLASSES))) {
            return;
        }
        Path file = folder.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        if (name.startsWith(WAR_LIBRARIES)) {
            classPath.add(file);
        }
    }

    private static List<Path> drivers(ServerJar jar, Path folder) throws IOException {
        List<Path> classPath = new ArrayList<>();
        if (jar.isUnpacked()) {
            DRIVERS.forEach(name -> classPath.add(jar.path().resolveSibling(name)));
            return classPath;
        }
        try (JarFile open = jar.open()) {
            for (JarEntry library : ServerJar.libraries(open)) {
                if (DRIVERS.contains(ServerJar.fileName(library))) {
                    Path file = folder.resolve(ServerJar.fileName(library));
                    try (InputStream in = open.getInputStream(library)) {
                        Files.copy(in, file);
                    }
                    classPath.add(file);
                }
            }
        }
        return classPath;
    }

    public ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() throws IOException {
        loader.close();
        PrivateFolder.delete(folder);
    }
}

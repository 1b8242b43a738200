package chat262.launcher.runtime;

import chat262.launcher.common.StartupException;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Payara's classes are loaded from. {@code server.jar} has the libraries on the JVM's class path, the only one that an
 * archive of classes can be made of; {@code chat-server.jar} contains them, and loads them from an {@link UnpackedRuntime} by a
 * class loader of its own.
 */
public final class PayaraClassPath {
    private final ServerJar jar;
    private final UnpackedRuntime runtime;

    private PayaraClassPath(ServerJar jar, UnpackedRuntime runtime) {
        this.jar = jar;
        this.runtime = runtime;
    }

    /**
     * The class path of the running server. The libraries of {@code chat-server.jar} are unpacked first if necessary.
     *
     * @param folder where to unpack
     */
    public static PayaraClassPath of(ServerJar jar, Path folder) throws StartupException {
        try {
            if (jar.isUnpacked()) {
                refuseStale(jar);
                return new PayaraClassPath(jar, new UnpackedRuntime(jar.path().getParent()));
            }
            UnpackedRuntime runtime = new UnpackedRuntime(folder);
            runtime.make(jar);
            return new PayaraClassPath(jar, runtime);
        } catch (IOException e) {
            throw StartupException.failed(
                    "the libraries can't be unpacked into %s: %s".formatted(folder, e.getMessage()));
        }
    }

    private static void refuseStale(ServerJar jar) throws StartupException, IOException {
        Path changed = jar.changedOrigin().orElse(null);
        boolean complete = new UnpackedRuntime(jar.path().getParent()).isComplete(jar.identity());
        if (changed != null || !complete) {
            throw StartupException.failed("%s; \"java -jar %s prepare --runtime %s\" makes it anew"
                    .formatted(
                            changed != null
                                    ? changed + " has changed since " + jar.path() + " was made of it"
                                    : jar.path().getParent() + " is incomplete",
                            changed != null ? changed : "chat-server.jar",
                            jar.path().getParent()));
        }
    }

    /** Makes the class loader for Payara's classes, and sets it as this thread's context class loader, which Payara needs. */
    public ClassLoader load() throws IOException {
        // Payara's policy file grants permissions to this folder, and its module registry reads the jar's class path.
        System.setProperty("fish.payara.micro.UnpackDir", runtime.folder().toString());
        System.setProperty("fish.payara.micro.BootJar", jar.path().toUri().toString());
        ClassLoader own = PayaraClassPath.class.getClassLoader();
        ClassLoader loader = jar.isUnpacked() ? own : new OpenURLClassLoader(urls(runtime.classPath()), own);
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    /** Payara Micro, not started yet. */
    public static PayaraMicroBoot payara(ClassLoader loader) {
        try {
            return (PayaraMicroBoot) loader.loadClass("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("getInstance")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Payara is not among the libraries", e);
        }
    }

    private static URL[] urls(List<Path> files) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path file : files) {
            urls.add(file.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}

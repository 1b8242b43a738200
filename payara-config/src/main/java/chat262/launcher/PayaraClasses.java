package chat262.launcher;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Payara's classes come from. A {@code server.jar} has the libraries on its own class path, which an archive of classes
 * can be made of; {@code chat-server.jar} has them inside, and reads them from an {@link UnpackedRuntime} by a loader of its own.
 */
final class PayaraClasses {
    private final ServerJar jar;
    private final UnpackedRuntime runtime;

    private PayaraClasses(ServerJar jar, UnpackedRuntime runtime) {
        this.jar = jar;
        this.runtime = runtime;
    }

    /**
     * Finds the libraries of the running server; those of {@code chat-server.jar} are unpacked first if they aren't yet.
     *
     * @param folder where to unpack
     */
    static PayaraClasses of(ServerJar jar, Path folder) throws CannotStart {
        try {
            if (jar.isUnpacked()) {
                refuseStale(jar);
                return new PayaraClasses(jar, new UnpackedRuntime(jar.path().getParent()));
            }
            UnpackedRuntime runtime = new UnpackedRuntime(folder);
            runtime.make(jar);
            return new PayaraClasses(jar, runtime);
        } catch (IOException e) {
            throw CannotStart.failed("the libraries can't be unpacked into %s: %s".formatted(folder, e.getMessage()));
        }
    }

    private static void refuseStale(ServerJar jar) throws CannotStart, IOException {
        Path changed = jar.changedOrigin().orElse(null);
        boolean whole = new UnpackedRuntime(jar.path().getParent()).isWhole(jar.identity());
        if (changed != null || !whole) {
            throw CannotStart.failed("%s; \"java -jar %s prepare --runtime %s\" makes it anew"
                    .formatted(
                            changed != null
                                    ? changed + " has changed since " + jar.path() + " was made of it"
                                    : jar.path().getParent() + " is incomplete",
                            changed != null ? changed : "chat-server.jar",
                            jar.path().getParent()));
        }
    }

    /** The loader that knows Payara's classes, which becomes that of this thread, as Payara wants it. */
    ClassLoader load() throws IOException {
        // Payara's policy file grants rights to what lies in here, and its module registry reads the jar's class path.
        System.setProperty("fish.payara.micro.UnpackDir", runtime.folder().toString());
        System.setProperty("fish.payara.micro.BootJar", jar.path().toUri().toString());
        ClassLoader own = PayaraClasses.class.getClassLoader();
        ClassLoader loader = jar.isUnpacked() ? own : new OpenURLClassLoader(urls(runtime.classPath()), own);
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    /** Payara Micro, not started yet. */
    static PayaraMicroBoot payara(ClassLoader loader) {
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

package chat262.it.proxy;

import chat262.it.process.Await;
import chat262.it.process.ProcessResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The nginx of this machine on a port of 127.0.0.1, with a configuration and a folder of its own. */
public final class Nginx implements AutoCloseable {
    private static final String LOG = "access.log";

    private final Process process;
    private final Path folder;

    private Nginx(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        // In case this JVM ends before it closes the process.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Whether this machine has an nginx. */
    public static boolean isInstalled() {
        return ProcessResult.isInstalled("nginx", "-v");
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param folder an existing folder for its files
     * @param servers what its configuration has within {@code http}
     * @param port one of the ports of 127.0.0.1 that these listen on
     */
    public static Nginx start(Path folder, String servers, int port) {
        try {
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, servers));
            Path said = folder.resolve("nginx.out");
            Process process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            Nginx nginx = new Nginx(process, folder);
            Await.until("nginx listens", () -> !process.isAlive() || isListening(port));
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx has ended: " + Files.readString(said));
            }
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Path folder, String servers) {
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log error.log;
                events {}
                http {
                    log_format answers '$upstream_addr $status';
                    access_log %3$s answers;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    scgi_temp_path %1$s/scgi;
                    uwsgi_temp_path %1$s/uwsgi;
                %2$s
                }
                """.formatted(folder, servers, LOG);
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Which servers were asked for each answer, in their order, and its status: {@code 127.0.0.1:8080, 127.0.0.1:8081 201}. */
    public List<String> answers() {
        try {
            return Files.readAllLines(folder.resolve(LOG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        Await.until("nginx is gone", () -> !process.isAlive());
    }
}

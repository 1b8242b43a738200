package chat262.cli.screen;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard output, unbuffered, so that an error shows at the text that it hits. Where it is a pipe, it tells how far its
 * reader has come, and that it has ended.
 */
final class StandardOutput {
    private static final int FILE_TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int ERROR_OR_HANGUP = 0x8 | 0x10; // POLLERR, POLLHUP

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileInputStream unread = new FileInputStream(FileDescriptor.out);
    private final boolean isPipe = isPipe();
    private final MethodHandle poll = isPipe ? poll() : null;

    private static boolean isPipe() {
        try {
            return ((int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & FILE_TYPE) == PIPE;
        } catch (IOException | RuntimeException e) { // a system that doesn't tell
            return false;
        }
    }

    /**
     * The JDK's poll(2); null where it can't be had. There is no public way to ask whether a pipe still has a reader without
     * writing into it; without one, its end is noticed with the next text. The jar's manifest opens the package.
     */
    private static MethodHandle poll() {
        try {
            Method poll = Class.forName("sun.nio.ch.Net")
                    .getDeclaredMethod("poll", FileDescriptor.class, int.class, long.class);
            poll.setAccessible(true);
            return MethodHandles.lookup().unreflect(poll);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** @throws OutputClosed if its reader has ended */
    void write(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw isPipe ? new OutputClosed() : e; // a pipe is never full for long, nor on a disk
        }
    }

    /** Whether its reader has taken all that was written; true also where that can't be told. */
    boolean isTaken() throws IOException {
        return !isPipe || unread.available() == 0;
    }

    /** @throws OutputClosed if its reader has ended, as far as that can be told without writing */
    void ensureRead() throws OutputClosed {
        if (poll != null && isHungUp()) {
            throw new OutputClosed();
        }
    }

    private boolean isHungUp() {
        try {
            return ((int) poll.invokeExact(FileDescriptor.out, 0, 0L) & ERROR_OR_HANGUP) != 0;
        } catch (Throwable e) {
            return false;
        }
    }
}

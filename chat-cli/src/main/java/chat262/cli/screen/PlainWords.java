package chat262.cli.screen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says what failed on this machine to a person who knows nothing of the language that the console is written in. */
public final class PlainWords {
    private PlainWords() {}

    /** A sentence without its end. */
    public static String of(Throwable failure) {
        String said = failure.getMessage() == null ? "" : failure.getMessage();
        if (said.toLowerCase(Locale.ROOT).contains("no space left") || said.contains("Disk quota exceeded")) {
            return "the disk is full" + (failure instanceof FileSystemException file ? ": " + file.getFile() : "");
        }
        if (failure instanceof FileSystemException file) {
            return of(file);
        }
        if (said.isEmpty()) {
            return failure instanceof IOException
                    ? "something on this machine could not be read or written"
                    : "the console has a fault of its own, please report what you did";
        }
        return said;
    }

    private static String of(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no " + failure.getFile();
        }
        if (failure instanceof AccessDeniedException) {
            return "you may not read or write " + failure.getFile();
        }
        if (failure.getReason() == null) {
            return failure.getFile() + " can't be used";
        }
        return failure.getFile() + ": " + failure.getReason().toLowerCase(Locale.ROOT);
    }
}

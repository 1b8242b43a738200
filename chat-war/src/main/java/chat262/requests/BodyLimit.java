package chat262.requests;

import chat262.problems.Problems;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body over 64 KiB, also a chunked one, before anything else handles the request; so bodies are read whole here.
 * The rest of a refused upload is read and discarded, up to a limit: a client that is still sending when the connection
 * closes would lose the response to a TCP reset.
 */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    private static final int MAX_BYTES = 64 * 1024;
    private static final long MAX_DISCARDED_BYTES = 64L * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            readWhole(request);
        } catch (IOException | ProcessingException e) { // the client is gone, which is no fault to be logged
            throw Problems.invalid("the request ended before its body did");
        }
    }

    private static void readWhole(ContainerRequestContext request) throws IOException {
        if (!request.hasEntity()) {
            return;
        }
        InputStream body = request.getEntityStream();
        int length = request.getLength(); // -1 if it is chunked
        boolean fits = length >= 0 && length <= MAX_BYTES;
        byte[] read = body.readNBytes(fits ? length : MAX_BYTES + 1);
        if (read.length > MAX_BYTES) {
            discard(body);
            throw Problems.tooLarge();
        }
        request.setEntityStream(new ByteArrayInputStream(read));
    }

    private static void discard(InputStream rest) throws IOException {
        byte[] sink = new byte[MAX_BYTES];
        long discarded = 0;
        for (int n = rest.read(sink); n >= 0 && discarded < MAX_DISCARDED_BYTES; n = rest.read(sink)) {
            discarded += n;
        }
    }
}

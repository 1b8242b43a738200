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
 * Refuses a body over 64 KiB before anything else looks at the request, chunked ones too; so bodies are read whole
 * here. The rest of a refused upload is read and thrown away, up to a bound: a client that is still sending when the
 * connection closes would lose the answer to a TCP reset.
 */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    private static final int LARGEST = 64 * 1024;
    private static final long SWALLOWED = 64L * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            readWhole(request);
        } catch (IOException | ProcessingException e) { // the client has gone, which is no fault of ours to be logged
            throw Problems.invalid("the request ended before its body did");
        }
    }

    private static void readWhole(ContainerRequestContext request) throws IOException {
        if (!request.hasEntity()) {
            return;
        }
        InputStream body = request.getEntityStream();
        int announced = request.getLength(); // -1 for one in chunks
        boolean fits = announced >= 0 && announced <= LARGEST;
        byte[] read = body.readNBytes(fits ? announced : LARGEST + 1);
        if (read.length > LARGEST) {
            swallow(body);
            throw Problems.tooLarge();
        }
        request.setEntityStream(new ByteArrayInputStream(read));
    }

    private static void swallow(InputStream rest) throws IOException {
        byte[] sink = new byte[LARGEST];
        long swallowed = 0;
        for (int n = rest.read(sink); n >= 0 && swallowed < SWALLOWED; n = rest.read(sink)) {
            swallowed += n;
        }
    }
}

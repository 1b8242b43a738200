package chat262.problems;

import chat262.api.problems.ProblemType;
import chat262.platform.DatabaseFault;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers unexpected failures: an unavailable database, or a bug, which is logged here and nowhere else. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable fault) {
        return ProblemResponse.of(problem(fault), uri.getRequestUri().getRawPath())
                .toResponse();
    }

    /** The problem for a failure; a bug is logged. */
    public static ProblemException problem(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem; // wrapped by the container
            }
        }
        if (DatabaseFault.of(fault) != DatabaseFault.OTHER) {
            LOG.log(Level.WARNING, "The database did not answer", fault);
            return Problems.unavailable();
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Incident " + incident, fault);
        return Problems.of(ProblemType.INTERNAL, "incident " + incident + "; the server's log says more");
    }
}

package chat262.problems;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives the errors of JAX-RS itself (404, 405, 406, 415 …) a problem as their body, and keeps their {@code Allow}. */
@Provider
public class JaxRsProblemMapper implements ExceptionMapper<WebApplicationException> {
    @Context
    UriInfo uri;

    @Override
    public Response toResponse(WebApplicationException e) {
        if (e.getResponse().getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return e.getResponse();
        }
        ProblemException problem = ContainerProblems.of(e.getResponse().getStatus());
        Response answer =
                ProblemResponse.of(problem, uri.getRequestUri().getRawPath()).toResponse();
        String allow = e.getResponse().getHeaderString("Allow");
        return allow == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allow).build();
    }
}

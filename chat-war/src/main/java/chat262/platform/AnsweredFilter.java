package chat262.platform;

import chat262.api.server.RequestAttributes;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the connector that a resource, or the mapper of its failure, has decided the response: it sends no success otherwise. */
@Provider
@Priority(0) // runs last, as response filters run in descending order: what another one throws is no answer
public class AnsweredFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RequestAttributes.ANSWERED) instanceof Runnable answered) {
            answered.run();
        }
    }
}

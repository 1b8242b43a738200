package chat262.requests;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Implements {@link IdempotencyKeyRequired}: a filter runs after the method is matched and before the body is read. */
@Provider
@IdempotencyKeyRequired
public class IdempotencyKeyFilter implements ContainerRequestFilter {
    @Context
    HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(IdempotencyKeyRequired.class.getName(), IdempotencyKey.required(headers));
    }
}

package chat262.requests;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Carries out {@link NeedsKey}: a filter runs after the method is found and before the body is read. */
@Provider
@NeedsKey
public class KeyFilter implements ContainerRequestFilter {
    @Context
    HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(NeedsKey.class.getName(), IdempotencyKey.required(headers));
    }
}

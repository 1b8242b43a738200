package chat262.messages;

import chat262.accounts.Caller;
import chat262.api.Cursor;
import chat262.api.CursorMove;
import chat262.platform.Repeated;
import chat262.requests.Body;
import chat262.requests.Numbers;
import chat262.rooms.RoomsResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /rooms/{id}/cursor}: acknowledging. */
@Path(RoomsResource.ONE_ROOM + "/cursor")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Repeated
public class CursorResource {
    @Inject
    MessageService messages;

    @Inject
    SecurityContext security;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Cursor acknowledge(@PathParam("id") String id, CursorMove request) {
        return messages.acknowledge(Caller.of(security), Numbers.id(id), Body.required(request));
    }
}

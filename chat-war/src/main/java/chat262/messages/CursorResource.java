package chat262.messages;

import chat262.accounts.Caller;
import chat262.api.Cursor;
import chat262.api.CursorMove;
import chat262.messages.writer.CursorMoved;
import chat262.messages.writer.Inbox;
import chat262.problems.Problems;
import chat262.requests.Body;
import chat262.requests.Params;
import chat262.rooms.RoomsResource;
import chat262.schema.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;

/** {@code /rooms/{id}/cursor}: acknowledging. */
@Path(RoomsResource.ONE_ROOM + "/cursor")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CursorResource {
    @Inject
    Inbox inbox;

    @Inject
    Migrations migrations;

    @Inject
    SecurityContext security;

    @Inject
    Event<CursorMoved> moved;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Cursor> acknowledge(@PathParam("id") String id, CursorMove request) {
        CursorMove move = Body.required(request);
        String epoch = migrations.epoch();
        if (move.epoch() != null && !move.epoch().equals(epoch)) {
            throw Problems.historyChanged();
        }
        Caller caller = Caller.of(security);
        long roomId = Params.id(id);
        return inbox.acknowledge(caller, roomId, move.seq()).thenApply(cursor -> {
            moved.fire(new CursorMoved(roomId, caller, cursor));
            return new Cursor(cursor, epoch);
        });
    }
}

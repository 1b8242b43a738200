package chat262.messages;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.api.NewMessage;
import chat262.messages.writer.Inbox;
import chat262.platform.RetryOnConflict;
import chat262.problems.Problems;
import chat262.requests.Body;
import chat262.requests.IdempotencyKey;
import chat262.requests.IdempotencyKeyRequired;
import chat262.requests.Params;
import chat262.rooms.Result;
import chat262.rooms.RoomsResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /rooms/{id}/messages}: sending and fetching. */
@Path(RoomsResource.ONE_ROOM + "/messages")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MessagesResource {
    @Inject
    MessageService messages;

    @Inject
    Inbox inbox;

    @Inject
    SecurityContext security;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKeyRequired
    public CompletionStage<Response> send(
            @PathParam("id") String id, NewMessage request, @Context ContainerRequestContext call) {
        Content text = new Content.Text(Body.required(request).body());
        return inbox.send(Caller.of(security), Params.id(id), text, IdempotencyKey.of(call))
                .thenApply(MessagesResource::answer);
    }

    private static Response answer(Result<Message> message) {
        return Response.status(message.changed() ? Response.Status.CREATED : Response.Status.OK)
                .entity(message.view())
                .build();
    }

    @GET
    @RetryOnConflict
    public MessagePage fetch(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("before") String before,
            @QueryParam("limit") String limit) {
        Caller caller = Caller.of(security);
        int count = Params.limit(limit);
        if (after != null && before != null) {
            throw Problems.invalid("before", "can't go with after");
        }
        if (before == null) {
            Long from = after == null ? null : Params.seq("after", after);
            return messages.after(caller, Params.id(id), from, count);
        }
        Long end = before.equals("end") ? null : Params.seq("before", before);
        return messages.before(caller, Params.id(id), end, count);
    }
}

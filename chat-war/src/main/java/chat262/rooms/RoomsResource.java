package chat262.rooms;

import chat262.accounts.Caller;
import chat262.api.rooms.MemberView;
import chat262.api.rooms.NewMember;
import chat262.api.rooms.NewRoom;
import chat262.api.rooms.OpenGroupList;
import chat262.api.rooms.RoleChange;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomChange;
import chat262.api.rooms.RoomSearch;
import chat262.platform.Fingerprint;
import chat262.platform.JsonRules;
import chat262.platform.Locations;
import chat262.platform.RetryOnConflict;
import chat262.requests.Body;
import chat262.requests.IdempotencyKey;
import chat262.requests.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code /rooms}: the caller's rooms, and everything that changes them but messages. */
@Path("rooms")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RetryOnConflict
public class RoomsResource {
    /** The path of a room, for resources below it. It excludes {@code rooms/direct/…}, which opens a direct room, whatever the
     * account is called. */
    public static final String ONE_ROOM = "rooms/{id: (?!direct/)[^/]+}";

    @Inject
    RoomService rooms;

    @Inject
    MemberService members;

    @Inject
    RoomViews views;

    @Inject
    GroupSearch groups;

    @Inject
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewRoom body) {
        return room(rooms.create(Caller.of(security), Body.required(body), key()));
    }

    @PUT
    @Path("direct/{username}")
    public Response openDirect(@PathParam("username") String username) {
        return room(rooms.openDirect(Caller.of(security), username, key()));
    }

    @GET
    public Response list(@QueryParam("limit") String limit, @QueryParam("page") String page, @Context Request request) {
        String json = JsonRules.json().toJson(views.list(Caller.of(security), Params.limit(limit), page));
        EntityTag tag = new EntityTag(Fingerprint.of(json));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(json) : unchanged).tag(tag).build();
    }

    @GET
    @Path("search")
    public RoomSearch search(
            @QueryParam("match") @DefaultValue("*") String match,
            @QueryParam("limit") String limit,
            @QueryParam("page") String page) {
        return groups.search(Caller.of(security), match, Params.limit(limit), page);
    }

    @GET
    @Path("open")
    public OpenGroupList open(
            @QueryParam("match") @DefaultValue("*") String match,
            @QueryParam("limit") String limit,
            @QueryParam("page") String page) {
        return groups.open(Caller.of(security), match, Params.limit(limit), page);
    }

    @GET
    @Path("{id}")
    public Room one(@PathParam("id") String id) {
        return views.one(Caller.of(security), Params.id(id));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}")
    public Room change(@PathParam("id") String id, RoomChange body) {
        return rooms.change(Caller.of(security), Params.id(id), Body.required(body), key());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/members")
    public Response invite(@PathParam("id") String id, NewMember body) {
        String username = Body.required(body).username();
        Result<MemberView> member = members.invite(Caller.of(security), Params.id(id), username, key());
        return Response.status(member.changed() ? Response.Status.CREATED : Response.Status.OK)
                .entity(member.view())
                .build();
    }

    @DELETE
    @Path("{id}/members/{username}")
    public void remove(@PathParam("id") String id, @PathParam("username") String username) {
        members.remove(Caller.of(security), Params.id(id), username, key());
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/members/{username}")
    public MemberView changeRole(@PathParam("id") String id, @PathParam("username") String username, RoleChange body) {
        return members.changeRole(
                Caller.of(security),
                Params.id(id),
                username,
                Body.required(body).role(),
                key());
    }

    private String key() {
        return IdempotencyKey.optional(headers);
    }

    private Response room(Result<Room> room) {
        if (!room.changed()) {
            return Response.ok(room.view()).build();
        }
        return Response.created(Locations.of(uri, "rooms/" + room.view().id()))
                .entity(room.view())
                .build();
    }
}

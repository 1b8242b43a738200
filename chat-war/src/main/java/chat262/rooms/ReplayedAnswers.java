package chat262.rooms;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.api.rooms.MemberView;
import chat262.api.rooms.Role;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import chat262.text.Names;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;

/** What a call that has created or changed a group answers when it comes again. */
@Stateless
public class ReplayedAnswers {
    @PersistenceContext
    EntityManager em;

    @Inject
    RoomViews views;

    @Inject
    RoomLog log;

    /**
     * The group as the caller sees it now. Once the caller has left it, what the call itself had told or made, and nothing
     * that came later: the repeat must not fail, or a client would take for undone what was done.
     *
     * @param name the group's name in the request; may be null
     * @param listed the same of {@code listed}
     * @param open the same of {@code open}
     */
    public Room answer(Caller caller, long roomId, IdempotentRequest call, String name, Boolean listed, Boolean open) {
        if (em.find(Membership.class, new MemberId(roomId, caller.accountId())) != null) {
            return views.one(caller, roomId);
        }
        Message entry = log.entryOf(call, roomId).orElse(null);
        return new Room(
                roomId,
                RoomKind.GROUP,
                name,
                listed,
                open,
                null,
                entry == null ? 0 : entry.seq(),
                0,
                0,
                0,
                em.find(ChatRoom.class, roomId).createdAt(),
                entry,
                founders(caller, entry));
    }

    /** Whom the call has made members; null if it has created nothing. */
    private static List<MemberView> founders(Caller caller, Message entry) {
        if (entry == null || !(entry.content() instanceof Content.Created created)) {
            return null;
        }
        return created.members().stream()
                .map(name -> new MemberView(name, name.equals(caller.username()) ? Role.OWNER : Role.MEMBER, 0, 0))
                .sorted(Comparator.comparing(MemberView::username, Names.ORDER))
                .toList();
    }
}

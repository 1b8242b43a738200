package chat262.messages;

import chat262.accounts.Caller;
import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.rooms.Membership;
import chat262.rooms.RoomAccess;
import chat262.schema.Migrations;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Fetches. */
@Stateless
public class MessageService {
    @Inject
    RoomAccess access;

    @Inject
    LogReader reader;

    @Inject
    Migrations migrations;

    /** The messages above a seq; null means above the caller's cursor. */
    public MessagePage after(Caller caller, long roomId, Long after, int count) {
        Membership member = access.member(roomId, caller.accountId());
        long from = after == null ? member.cursor() : after;
        return page(caller, member, from + 1, from + count);
    }

    /** The messages just below a seq; null means the newest. */
    public MessagePage before(Caller caller, long roomId, Long before, int count) {
        Membership member = access.member(roomId, caller.accountId());
        // Seqs have no holes, so "the last N below" is a range: no index has to be read backwards.
        long newest = access.room(member).lastSeq();
        long end = before == null ? newest + 1 : Math.min(before, newest + 1);
        return page(caller, member, end - count, end - 1);
    }

    private MessagePage page(Caller caller, Membership member, long first, long last) {
        List<Message> messages = reader.range(member.roomId(), first, last, caller.accountId());
        // Read after the messages, so that it is never below the last of them.
        long lastSeq = access.lastSeq(member);
        return new MessagePage(messages, lastSeq, member.cursor(), migrations.epoch());
    }
}

package chat262.api;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of entry, each declared once: how its {@link Content} is read and what it means. Server and clients ask these
 * properties and never compare kinds, so that a new kind is a constant here, a record in {@link Content}, its rule on the
 * server, and its words in each view. The web page has the same list in {@code app/wire/kinds.js}.
 */
public enum MessageKind {
    TEXT(Content.Text::read, MemberChange.NONE, Trait.SENT, Trait.UNREAD),
    CREATED(Content.Created::read, MemberChange.FOUNDS),
    JOINED(Content.Joined::read, MemberChange.JOINS),
    LEFT(Content.Left::read, MemberChange.ENDS),
    REMOVED(Content.Removed::read, MemberChange.ENDS),
    RENAMED(Content.Renamed::read, MemberChange.NONE, Trait.RENAMES),
    ROLE(Content.RoleGiven::read, MemberChange.ROLE),

    /** Any kind of a later version. A client keeps such an entry, counts it and shows it as something it doesn't know. */
    UNKNOWN(null, MemberChange.UNKNOWN);

    /** What an entry changes about the members of its room. */
    public enum MemberChange {
        NONE,
        /** It names the first members. */
        FOUNDS,
        /** The account that it speaks of becomes a member. */
        JOINS,
        /** The membership of the account that it speaks of ends. */
        ENDS,
        /** A member's role changes. */
        ROLE,
        /** A later version knows. */
        UNKNOWN
    }

    private enum Trait {
        SENT,
        UNREAD,
        RENAMES,

        /** It refers to another entry of the room. */
        TARGET
    }

    private static final Map<String, MessageKind> BY_WIRE_NAME =
            known().stream().collect(Collectors.toUnmodifiableMap(MessageKind::wireName, kind -> kind));

    private final Function<ContentReader, Content> reader;
    private final MemberChange memberChange;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    MessageKind(Function<ContentReader, Content> reader, MemberChange memberChange, Trait... traits) {
        this.reader = reader;
        this.memberChange = memberChange;
        this.traits.addAll(List.of(traits));
    }

    /** All kinds that this version writes. */
    public static List<MessageKind> known() {
        return Arrays.stream(values()).filter(kind -> kind != UNKNOWN).toList();
    }

    /** The kind of a name on the wire; {@link #UNKNOWN} for one of a later version. */
    public static MessageKind named(String wireName) {
        return wireName == null ? UNKNOWN : BY_WIRE_NAME.getOrDefault(wireName, UNKNOWN);
    }

    /** The kind as it stands on the wire and in the database. An unknown kind's name is in its {@link Content} alone. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Content read(ContentReader in) {
        return reader.apply(in);
    }

    public MemberChange memberChange() {
        return memberChange;
    }

    /** Whether the list of members, or a role in it, may differ after such an entry. */
    public boolean changesMembers() {
        return memberChange != MemberChange.NONE;
    }

    /** Whether a client sends it, as a message with a key; all others are written by the calls that change a room. */
    public boolean isSent() {
        return traits.contains(Trait.SENT);
    }

    /** Whether it counts as unread for all members but its sender. */
    public boolean countsAsUnread() {
        return traits.contains(Trait.UNREAD);
    }

    /** Whether the room has another name after it. */
    public boolean renamesRoom() {
        return traits.contains(Trait.RENAMES);
    }

    /** Whether it speaks of another entry of its room, by that one's seq. */
    public boolean hasTarget() {
        return traits.contains(Trait.TARGET);
    }
}

package chat262.cli.screen;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.rooms.Role;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line of a view, safe for any terminal.
 *
 * @param kind what it is
 * @param time HH:MM; empty for a mark
 * @param who the sender as shown; empty for what happened and for marks
 * @param text what it says; may hold newlines
 */
public record Line(Kind kind, String time, String who, String text) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String NOBODY = "<Account Deleted>";
    private static final String YOU = "you";
    private static final String FURTHER = "       | ";

    /** What a line is: a message of this account or of another one, an event, or a mark of the view. */
    public enum Kind {
        OWN,
        OTHERS,
        EVENT,
        MARK
    }

    public Line {
        who = SafeText.of(who).replace('\n', ' ');
        text = SafeText.of(text);
    }

    /** A line of the view's own. */
    public static Line mark(String text) {
        return new Line(Kind.MARK, "", "", "-- " + text.replace('\n', ' ') + " --");
    }

    /** An entry as an account sees it. */
    public static Line of(Message message, String me) {
        String time = TIME.format(message.sentAt().atZone(ZoneId.systemDefault()));
        if (!(message.content() instanceof Content.Text said)) {
            return new Line(Kind.EVENT, time, "", "-- " + event(message, me).replace('\n', ' '));
        }
        String text = said.isExpired() ? "(expired)" : said.body();
        boolean own = me.equals(message.sender());
        return new Line(own ? Kind.OWN : Kind.OTHERS, time, own ? YOU : name(message.sender(), null), text);
    }

    private static String event(Message message, String me) {
        String by = name(message.sender(), me);
        Content content = message.content();
        if (content instanceof Content.OfAccount ofAccount) {
            return ofAccount(ofAccount, message.sender(), me);
        } else if (content instanceof Content.Created created) {
            return by + " created " + created.name() + " with "
                    + created.members().stream()
                            .map(member -> name(member, null))
                            .collect(Collectors.joining(", "));
        } else if (content instanceof Content.Renamed renamed) {
            return by + " renamed the group to " + renamed.name();
        }
        return unknown(content, by);
    }

    private static String unknown(Content content, String by) {
        return "something this version can't show (" + content.kindName() + ", by " + by + ")";
    }

    private static String ofAccount(Content.OfAccount content, String sender, String me) {
        String whom = name(content.username(), me);
        boolean isMe = whom.equals(YOU);
        String by = sender != null && sender.equals(content.username()) ? "" : " (by " + name(sender, me) + ")";
        if (content instanceof Content.Joined) {
            return whom + " joined" + by;
        } else if (content instanceof Content.Left) {
            return whom + " left";
        } else if (content instanceof Content.Removed) {
            return whom + (isMe ? " were" : " was") + " removed" + by;
        } else if (content instanceof Content.RoleGiven given) {
            Role role = given.role();
            String name = role == null ? "something new" : role.name().toLowerCase(Locale.ROOT);
            return whom + (isMe ? " are" : " is") + " now " + name + by;
        }
        return unknown(content, name(sender, me));
    }

    private static String name(String username, String me) {
        if (username == null) {
            return NOBODY;
        }
        if (username.equals(me)) {
            return YOU;
        }
        // An account may be called "you"; what it does must not look like one's own.
        return YOU.equalsIgnoreCase(username) ? "@" + username : username;
    }

    /** What is written, line by line. */
    public List<String> rows() {
        String head = time.isEmpty() ? "" : time + "  ";
        String[] texts = text.split("\n", -1);
        List<String> rows = new ArrayList<>();
        rows.add(head + (who.isEmpty() ? "" : who + ": ") + texts[0]);
        for (int i = 1; i < texts.length; i++) {
            rows.add(FURTHER + texts[i]);
        }
        return rows;
    }
}

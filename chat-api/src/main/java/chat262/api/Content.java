package chat262.api;

import chat262.api.rooms.Role;
import java.util.List;
import java.util.Map;

/** What an entry says: one record for each {@link MessageKind}. A component is a field of the same name on the wire. */
public sealed interface Content {
    MessageKind kind();

    /** The kind as it stands on the wire, also if this version doesn't know it. */
    default String kindName() {
        return kind().wireName();
    }

    /** Writes the fields in the order of the wire. */
    void write(ContentWriter out);

    /** Reads the content of a kind, known or not. */
    static Content read(String kindName, ContentReader in) {
        MessageKind kind = MessageKind.named(kindName);
        return kind == MessageKind.UNKNOWN ? new Unknown(kindName, in.all()) : kind.read(in);
    }

    /** Content that speaks of one account. */
    sealed interface OfAccount extends Content {
        /** Null if the account was deleted. */
        String username();
    }

    /**
     * A message.
     *
     * @param body null once a retention rule has removed it, which {@code expired} says on the wire
     */
    record Text(String body) implements Content {
        static Text read(ContentReader in) {
            return new Text(in.text("body"));
        }

        public boolean isExpired() {
            return body == null;
        }

        @Override
        public MessageKind kind() {
            return MessageKind.TEXT;
        }

        @Override
        public void write(ContentWriter out) {
            out.text("body", body);
            if (isExpired()) {
                out.flag("expired", true);
            }
        }
    }

    /**
     * A group begins.
     *
     * @param members the first members, sorted, its creator included
     */
    record Created(String name, List<String> members) implements Content {
        static Created read(ContentReader in) {
            return new Created(in.text("name"), in.accounts("members"));
        }

        @Override
        public MessageKind kind() {
            return MessageKind.CREATED;
        }

        @Override
        public void write(ContentWriter out) {
            out.text("name", name);
            out.accounts("members", members);
        }
    }

    /** An account becomes a member. */
    record Joined(String username) implements OfAccount {
        static Joined read(ContentReader in) {
            return new Joined(in.account("username"));
        }

        @Override
        public MessageKind kind() {
            return MessageKind.JOINED;
        }

        @Override
        public void write(ContentWriter out) {
            out.account("username", username);
        }
    }

    /** A member leaves. */
    record Left(String username) implements OfAccount {
        static Left read(ContentReader in) {
            return new Left(in.account("username"));
        }

        @Override
        public MessageKind kind() {
            return MessageKind.LEFT;
        }

        @Override
        public void write(ContentWriter out) {
            out.account("username", username);
        }
    }

    /** An owner removes a member. */
    record Removed(String username) implements OfAccount {
        static Removed read(ContentReader in) {
            return new Removed(in.account("username"));
        }

        @Override
        public MessageKind kind() {
            return MessageKind.REMOVED;
        }

        @Override
        public void write(ContentWriter out) {
            out.account("username", username);
        }
    }

    /** The group has another name. */
    record Renamed(String name) implements Content {
        static Renamed read(ContentReader in) {
            return new Renamed(in.text("name"));
        }

        @Override
        public MessageKind kind() {
            return MessageKind.RENAMED;
        }

        @Override
        public void write(ContentWriter out) {
            out.text("name", name);
        }
    }

    /** A member has another role. */
    record RoleGiven(String username, Role role) implements OfAccount {
        static RoleGiven read(ContentReader in) {
            String role = in.text("role");
            return new RoleGiven(in.account("username"), role == null ? null : Role.valueOf(role));
        }

        @Override
        public MessageKind kind() {
            return MessageKind.ROLE;
        }

        @Override
        public void write(ContentWriter out) {
            out.account("username", username);
            out.text("role", role == null ? null : role.name());
        }
    }

    /**
     * Something of a kind that a later version has added.
     *
     * @param fields all that it carries, in the reader's own types
     */
    record Unknown(String kindName, Map<String, Object> fields) implements Content {
        @Override
        public MessageKind kind() {
            return MessageKind.UNKNOWN;
        }

        @Override
        public void write(ContentWriter out) {
            out.all(fields);
        }
    }
}

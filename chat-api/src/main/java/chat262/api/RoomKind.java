package chat262.api;

/** The two kinds of room: two people and no name, or a named group. */
public enum RoomKind {
    DIRECT,
    GROUP
}

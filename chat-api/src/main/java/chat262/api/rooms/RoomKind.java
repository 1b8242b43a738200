package chat262.api.rooms;

/** The two kinds of room: two people and no name, or a named group. */
public enum RoomKind {
    DIRECT,
    GROUP
}

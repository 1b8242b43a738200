package chat262.api.rooms;

/** What a member may do in a group. In a direct room both are {@code MEMBER}. */
public enum Role {
    OWNER,
    MEMBER
}

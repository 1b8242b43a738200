package chat262.api.rooms;

/**
 * Gives a member another role: {@code PATCH /rooms/{id}/members/{username}}.
 */
public record RoleChange(Role role) {}

package chat262.api;

/**
 * Gives a member another role: {@code PATCH /rooms/{id}/members/{username}}.
 */
public record RoleChange(Role role) {}

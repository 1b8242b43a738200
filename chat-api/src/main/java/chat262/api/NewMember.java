package chat262.api;

/**
 * Invites somebody: {@code POST /rooms/{id}/members}.
 */
public record NewMember(String username) {}

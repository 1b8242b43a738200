package chat262.api;

/**
 * Invites an account: {@code POST /rooms/{id}/members}.
 */
public record NewMember(String username) {}

package chat262.api.rooms;

/**
 * Invites an account or, with the caller's own name, joins an open group: {@code POST /rooms/{id}/members}.
 */
public record NewMember(String username) {}

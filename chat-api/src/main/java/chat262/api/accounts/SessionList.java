package chat262.api.accounts;

import java.util.List;

/**
 * The devices that an account is logged in from.
 */
public record SessionList(List<SessionView> sessions) {}

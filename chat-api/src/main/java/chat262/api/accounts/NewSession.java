package chat262.api.accounts;

/**
 * Logs in: {@code POST /sessions}. {@code device} and {@code takeOver} may be absent.
 */
public record NewSession(String username, String password, String device, Boolean takeOver) {}

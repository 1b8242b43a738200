package chat262.api;

/**
 * Registers: {@code POST /accounts}.
 */
public record NewAccount(String username, String password) {}

package chat262.api.accounts;

/**
 * Registers: {@code POST /accounts}.
 */
public record NewAccount(String username, String password) {}

package chat262.api.accounts;

/**
 * Changes the password: {@code PUT /accounts/me/password} with {@code current} and {@code new}.
 */
public record PasswordChange(String current, String new_) {}

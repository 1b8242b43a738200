package chat262.api;

/**
 * Sends: {@code POST /rooms/{id}/messages}, with an {@code Idempotency-Key}.
 */
public record NewMessage(String body) {}

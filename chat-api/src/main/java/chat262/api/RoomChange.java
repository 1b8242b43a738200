package chat262.api;

/**
 * Renames a group, lists or unlists it: {@code PATCH /rooms/{id}}. What is absent stays as it is.
 */
public record RoomChange(String name, Boolean listed) {}

package chat262.api.rooms;

/**
 * Renames a group, lists or unlists it, opens or closes it: {@code PATCH /rooms/{id}}. What is absent stays as it is, but an
 * open group is listed: opening lists it, and unlisting closes it.
 */
public record RoomChange(String name, Boolean listed, Boolean open) {}

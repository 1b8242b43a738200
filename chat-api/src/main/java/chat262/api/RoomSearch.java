package chat262.api;

import java.util.List;

/**
 * Groups found by their own name, and further ones found by the name of a member; both sorted.
 */
public record RoomSearch(List<String> byName, List<String> byMember) {}

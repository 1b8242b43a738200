package chat262.api.rooms;

import java.util.List;

/**
 * A page of groups found by their own name, followed by further ones found by the name of a member; both sorted. {@code
 * nextPage} is absent on the last one.
 */
public record RoomSearch(List<String> byName, List<String> byMember, String nextPage) {}

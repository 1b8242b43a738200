package chat262.api.rooms;

import java.util.List;

/** A page of the open groups, sorted by name; {@code nextPage} is absent on the last one. */
public record OpenGroupList(List<OpenGroup> rooms, String nextPage) {}

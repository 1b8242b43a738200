package chat262.api.rooms;

import java.util.List;

/**
 * Creates a group: {@code POST /rooms}. {@code listed} may be absent and is then true, {@code open} likewise and is then false. An
 * open group may begin with its creator alone.
 */
public record NewRoom(String name, List<String> members, Boolean listed, Boolean open) {}

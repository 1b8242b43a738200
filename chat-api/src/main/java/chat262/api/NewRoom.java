package chat262.api;

import java.util.List;

/**
 * Creates a group: {@code POST /rooms}. {@code listed} may be absent and is then true.
 */
public record NewRoom(String name, List<String> members, Boolean listed) {}

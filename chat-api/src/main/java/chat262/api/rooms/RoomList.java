package chat262.api.rooms;

import java.util.List;

/** A page of the caller's rooms, latest activity first; {@code nextPage} is absent on the last one. */
public record RoomList(List<Room> rooms, String epoch, String nextPage) {}

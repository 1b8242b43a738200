package chat262.cli.server;

import chat262.api.rooms.RoomList;

/** A page of rooms, and the tag to ask with whether it has changed. */
public record TaggedRooms(RoomList rooms, String tag) {}

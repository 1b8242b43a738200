package chat262.api.rooms;

import java.time.Instant;

/**
 * A group that any account may join.
 *
 * @param id the room's id
 * @param name its name
 * @param members how many members it has
 * @param joined whether the caller is one of them
 * @param createdAt when it was created
 */
public record OpenGroup(long id, String name, int members, boolean joined, Instant createdAt) {}

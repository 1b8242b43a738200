/**
 * The wire contract of rooms and their members. The rules are those of {@link chat262.api}.
 *
 * <p>Not its business: what is said in a room, which is {@link chat262.api.Message}.
 */
package chat262.api.rooms;

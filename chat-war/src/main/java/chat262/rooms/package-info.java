/**
 * Rooms and who is in them: direct rooms of two, named groups with owners and members.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Other packages reach a room only through {@link chat262.rooms.RoomAccess}; to an account that is no member, a room of others
 *       and none are the same.
 *   <li>Two accounts share one direct room, however many ask for it at once; it gains and loses no members.
 *   <li>A group has an owner for as long as it has members: the last one can't leave or step down, and if that account
 *       is deleted the longest-standing member follows.
 *   <li>A group ends with its last member, and its name is free again.
 *   <li>Every change of a room is an entry of its log, written in the same transaction through {@link
 *       chat262.rooms.RoomLog}; a call that changes nothing writes none.
 *   <li>A call with a known key changes nothing and answers with the same room, even if its caller has left the room; a key
 *       that stood for something else is refused.
 *   <li>A member who is removed while they read a room gets nothing of it: the membership is looked up again afterwards.
 *   <li>Locks are taken in one order: accounts by id, then rooms by id, then memberships by room and
 *       account. Nothing keeps many groups locked: an account that is
 *       deleted leaves them one by one first, and a deletion that was cut short goes on when it is asked for again.
 * </ol>
 *
 * <p>{@code RoomViews} reads rooms, {@code RoomService} changes them, {@code MemberService} changes memberships,
 * {@code GroupSearch} finds groups.
 *
 * <p>Not its business: the entries themselves, their seqs and the cursor ({@code messages}).
 */
package chat262.rooms;

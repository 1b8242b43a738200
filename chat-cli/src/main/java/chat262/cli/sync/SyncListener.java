package chat262.cli.sync;

import chat262.api.rooms.Room;
import chat262.cli.store.Damage;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.OutboxEntry;

/** Called on what happens, by the thread that it happens in; it should return soon. */
public interface SyncListener {
    /** There is more of this room in the journal. */
    default void arrived(long room) {}

    /** The server has told how a room stands; its cursor may have moved elsewhere. */
    default void listed(Room room) {}

    /** Others have read further in the room that is watched. */
    default void read(long room) {}

    /** This member was away from a group and may not see the entries from one seq to another, both included. */
    default void missed(KnownRoom room, long first, long last) {}

    /** The server can be reached again, or no longer; {@code why} is null when it can. */
    default void link(boolean up, String why) {}

    /** All that the server has told of is in the journal: at first, and again each time after it was away. */
    default void inStep() {}

    /** Nothing can be sent now that waits, until some pause is over. */
    default void resting() {}

    /** A message was stored, or finally refused. */
    void settled(OutboxEntry entry);

    /** An attempt to send failed; the message is kept and will be repeated. */
    void kept(OutboxEntry entry, RuntimeException why);

    /** The session has ended. Nothing goes on until the next login. */
    void loggedOut();

    /** The server's history was rolled back and now has this epoch. The device has stopped and must be opened anew. */
    default void historyChanged(String epoch) {}

    /** A file of this device was damaged, and is repaired as far as that is possible here. */
    void damaged(Damage damage);

    /** Entries that were damaged here were fetched again. */
    default void fetchedAgain(KnownRoom room, int count) {}

    /** This device can't go on, for example because its disk is full. */
    void broken(Exception why);
}

package chat262.live;

/**
 * What routes events to devices, all of it used by the event loop only.
 *
 * @param subscriptions which devices are subscribed to which rooms
 * @param delivery pushes entries
 * @param snapshots sends views of rooms
 * @param receipts pushes cursors
 * @param sessions closes the connections of sessions that have ended
 */
record Routing(
        Subscriptions subscriptions,
        Delivery delivery,
        RoomSnapshots snapshots,
        ReadReceipts receipts,
        SessionCheck sessions) {}

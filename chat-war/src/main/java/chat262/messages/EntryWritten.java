package chat262.messages;

/** Fired where an entry is written within a transaction of somebody else's: it counts once that commits. */
record EntryWritten(MessagesAppended.Entry entry) {}

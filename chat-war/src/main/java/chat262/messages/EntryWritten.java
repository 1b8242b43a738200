package chat262.messages;

/** Fired within the transaction of a room call that has written an entry, which counts once that commits. */
record EntryWritten(MessagesAppended.Entry entry) {}

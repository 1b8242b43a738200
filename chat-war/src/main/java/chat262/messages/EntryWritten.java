package chat262.messages;

import chat262.messages.writer.MessagesAppended;

/** Fired within the transaction of a room call that has written an entry, which counts once that commits. */
record EntryWritten(MessagesAppended.Entry entry) {}

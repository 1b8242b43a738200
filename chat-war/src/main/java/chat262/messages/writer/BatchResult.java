package chat262.messages.writer;

import java.util.List;

/**
 * What is to happen once a batch is durable.
 *
 * @param responses what completes the requests
 * @param appended the entries to publish, each room's in the order of their seqs
 */
record BatchResult(List<Runnable> responses, List<MessagesAppended.Entry> appended) {}

package chat262.cli.commands.script;

import java.util.List;

/**
 * What {@link Tail} is to do.
 *
 * @param rooms names; none means all rooms
 * @param follow whether to go on when there is nothing new
 * @param json whether each entry is one JSON object in a line
 * @param acknowledges whether an entry that was handed on counts as shown
 * @param since hands on what stands above this seq of the one room, shown before or not; null for what is new
 * @param command gets each entry instead of standard output; null for none
 */
record TailOptions(
        List<String> rooms, boolean follow, boolean json, boolean acknowledges, Long since, String command) {}

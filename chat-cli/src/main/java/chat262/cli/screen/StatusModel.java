package chat262.cli.screen;

import java.util.List;

/**
 * What the status line shows.
 *
 * @param user the account that is logged in; empty if there is none
 * @param room the open room's address; empty if none is open
 * @param seen the members that have seen the account's last message there; empty if none has
 * @param unread rooms with news, by number, address and count, such as {@code 3:#ops(2)}; those that wait longest first
 * @param waiting the account's messages that are not stored yet
 * @param link since when the server can't be reached, or that the session has ended; empty if all is well
 */
public record StatusModel(
        String user, String room, String seen, List<String> unread, List<String> waiting, String link) {
    /** Before anything is known. */
    public static final StatusModel NONE = new StatusModel("", "", "", List.of(), List.of(), "");
}

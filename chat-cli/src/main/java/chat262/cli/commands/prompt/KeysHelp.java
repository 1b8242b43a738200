package chat262.cli.commands.prompt;

/** What the keys do, for a terminal. */
final class KeysHelp {
    static final String TEXT = """
            Between rooms
              Alt+A               the room with the oldest unread message
              Alt+1 ... Alt+0     a room by its number ('room' lists them)
              Alt+Left Alt+Right  the room before, the room behind
              Alt+U               what was unread when this chat was opened, once more
              Ctrl+D              leave the chat, then the console
            What you write
              Enter               send it; without a chat, carry the command out
              Alt+Enter           a line break
              Alt+C               write on in your editor (EDITOR); also Ctrl+X Ctrl+E
              Tab                 complete a command, @person or #group
              Up Down             what you wrote before; Ctrl+R searches in it
              Left Right Home End move; Ctrl+Left and Ctrl+Right by words
              Backspace Delete    delete a character; Ctrl+W a word
              Ctrl+U Ctrl+K       delete the line, or the rest of it; Ctrl+Y brings it back
              Ctrl+_              undo
              Ctrl+C              clear it
              Ctrl+L              clear the screen
            A line that begins with / is a command in a chat; // sends one slash. What is
            half written stays in its room. Your own keys of ~/.inputrc work as well.""";

    private KeysHelp() {}
}

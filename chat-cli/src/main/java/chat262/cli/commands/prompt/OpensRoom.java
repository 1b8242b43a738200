package chat262.cli.commands.prompt;

/** A command that opens the view of a room: the lines behind it are meant for that room. */
interface OpensRoom {}

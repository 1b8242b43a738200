package chat262.cli.commands;

import picocli.CommandLine.Option;

/** The option for scripts, in all commands that have it. */
public final class JsonOption {
    @Option(
            names = "--json",
            arity = "0",
            description = "One JSON object a line, with the names of the server's answers.")
    private boolean json;

    public boolean isSet() {
        return json;
    }
}

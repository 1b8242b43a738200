package chat262.cli.commands.script;

import chat262.cli.commands.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "doctor", description = "Look whether login, clock, history, journal and outbox are as they should be.")
final class DoctorCommand extends ScriptCommand {
    DoctorCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        return new Doctor(client(), screen()).run();
    }
}

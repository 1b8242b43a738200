package chat262.cli.commands.room;

import chat262.cli.commands.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Parameters;

/** A command about a member of a group. In the group's chat the name of the member is enough. */
abstract class MemberCommand extends GroupCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP")
    private String first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
    private String second;

    MemberCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        if (second == null && (first == null || context().openRoom().isEmpty())) {
            throw wrong(first == null ? "NAME is missing" : "say both, GROUP and NAME: no chat is open");
        }
        return super.run();
    }

    @Override
    final String group() {
        return second == null ? "" : first;
    }

    /** The name of the member, without a sign. */
    final String member() {
        return without("@", second == null ? first : second);
    }
}

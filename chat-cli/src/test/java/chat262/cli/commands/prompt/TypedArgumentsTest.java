package chat262.cli.commands.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.cli.client.Client;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.CommandLines;
import chat262.cli.commands.message.MessageCommands;
import chat262.cli.interactive.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class TypedArgumentsTest {
    private static final CommandLine COMMANDS = commands();

    private static CommandLine commands() {
        CommandContext context = CommandContext.oneShot(() -> (Client) null, null);
        List<ClientCommand> all = new ArrayList<>(MessageCommands.all(context));
        all.add(new MeCommand(context));
        all.add(new SetCommand(context));
        CommandLine commands = new CommandLine(CommandSpec.create().name(""));
        CommandLines.add(commands, all);
        return commands;
    }

    private static List<String> typed(String line) {
        Words words = new Words(line);
        return TypedArguments.of(COMMANDS.getSubcommands().get(words.next()).getCommandSpec(), words);
    }

    @Test
    void aTextStaysAsItWasTyped() {
        assertThat(typed("send \"my team\"  it's  \"so   wide\" -h"))
                .containsExactly("my team", "it's  \"so   wide\" -h");
        assertThat(typed("me says \"a   b\"")).containsExactly("--", "says \"a   b\"");
        assertThat(typed("set notify-command  cat 'x  y'")).containsExactly("notify-command", "cat 'x  y'");
    }

    @Test
    void optionsStandBeforeTheFirstParameter() {
        assertThat(typed("send --timeout 5 bob --timeout 6")).containsExactly("--timeout", "5", "bob", "--timeout 6");
        assertThat(typed("send -- -h x")).containsExactly("--", "-h", "x");
        assertThat(typed("send bob")).containsExactly("bob");
    }

    @Test
    void whatLooksLikeAnOptionBehindTheRoomIsText() {
        CommandLine.ParseResult parsed = COMMANDS.parseArgs("send", "bob", "rm", "-f", "--help", "-Px", "--");
        assertThat(parsed.subcommand().matchedPositionals())
                .flatExtracting(parameter -> parameter.stringValues())
                .containsExactly("bob", "rm", "-f", "--help", "-Px", "--");
        assertThat(parsed.subcommand().matchedOptions()).isEmpty();
    }

    @Test
    void aCommandWithoutATextTakesWordsAndOptionsInAnyOrder() {
        assertThat(typed("history 'my team' -n 5")).containsExactly("my team", "-n", "5");
    }
}

package chat262.cli.commands.prompt;

import chat262.cli.client.Client;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.Usage;
import chat262.cli.interactive.CommandRegistry;
import chat262.cli.interactive.InteractiveSession;
import chat262.cli.interactive.Words;
import chat262.cli.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Carries out the commands of the prompt, and completes them. */
public final class Prompt implements CommandRegistry {
    private final FutureTask<CommandLine> building;
    private final Client client;
    private final InteractiveSession session;
    private final Screen screen;
    private final String server;

    public Prompt(Client client, InteractiveSession session) {
        this.client = client;
        this.session = session;
        screen = client.screen();
        server = client.url().toString();
        building = new FutureTask<>(() -> build(session));
        Thread thread = new Thread(building, "commands");
        thread.setDaemon(true);
        thread.start();
    }

    private CommandLine build(InteractiveSession session) {
        CommandLine all = PromptCommands.commandLine(client, session);
        all.setExecutionExceptionHandler((failure, where, parsed) -> fail(failure));
        all.setParameterExceptionHandler((failure, args) -> fail(failure));
        return all;
    }

    /** Reading the annotations takes a moment, which the first prompt doesn't wait for: only the first use does. */
    private CommandLine commands() {
        try {
            return building.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private int fail(Exception failure) {
        screen.say("! " + sentence(failure));
        return ExitCode.of(failure);
    }

    private String sentence(Exception failure) {
        if (failure instanceof ParameterException usage) {
            String command = usage.getCommandLine().getCommandName();
            return Usage.of(usage) + (command.isEmpty() ? "" : "; 'help " + command + "' explains " + command);
        }
        return ExitCode.sentence(failure, server);
    }

    @Override
    public int run(String line) {
        Words typed = new Words(expanded(line));
        if (!typed.hasNext()) {
            return ExitCode.OK;
        }
        String name = typed.next();
        if (!commands().getSubcommands().containsKey(name)) {
            screen.say("! " + noCommand(name));
            return ExitCode.USAGE;
        }
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(TypedArguments.of(spec(name), typed));
        return commands().execute(arguments.toArray(String[]::new));
    }

    @Override
    public boolean opensRoom(String line) {
        CommandLine command = commands().getSubcommands().get(new Words(expanded(line)).next());
        return command != null && command.getCommand() instanceof OpensRoom;
    }

    /** With the person's own name replaced by what it stands for; a command's name is never one's own. */
    private String expanded(String line) {
        String[] parts = line.split("\\s+", 2);
        String alias = client.preferences().aliases().get(parts[0]);
        if (alias == null || commands().getSubcommands().containsKey(parts[0])) {
            return line;
        }
        return alias + (parts.length == 1 ? "" : " " + parts[1]);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(commands().getSubcommands().keySet());
        names.addAll(client.preferences().aliases().keySet());
        return names;
    }

    private String noCommand(String typed) {
        String similar = Usage.similar(typed, names());
        String advice = similar.isEmpty() ? "'help' lists them." : "did you mean " + similar + "?";
        // What was meant for somebody is most likely typed before their chat is open.
        String open = session.viewedRoom().isPresent()
                ? ""
                : " To send a message, open a chat first: 'chat NAME' or 'join GROUP'.";
        return "there is no command " + typed + "; " + advice + open;
    }

    @Override
    public String takes(String command, int place) {
        if (!commands().getSubcommands().containsKey(command)) {
            return "";
        }
        return spec(command).positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(place))
                .map(ArgSpec::paramLabel)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> options(String command) {
        if (!commands().getSubcommands().containsKey(command)) {
            return List.of();
        }
        return spec(command).options().stream().map(OptionSpec::longestName).toList();
    }

    private CommandSpec spec(String command) {
        return commands().getSubcommands().get(command).getCommandSpec();
    }
}

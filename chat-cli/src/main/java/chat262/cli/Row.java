package chat262.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command: a row of the {@link CommandTable}.
 *
 * @param name its long name
 * @param aliases its other names
 * @param usage what it takes, such as {@code GROUP NAME...} or {@code [PATTERN]}
 * @param options what it may be given
 * @param help what it does, in a sentence
 * @param handler does it
 */
record Row(String name, List<String> aliases, String usage, List<Option> options, String help, Handler handler) {
    /** Does what a command is for; returns an {@link ExitCode}. */
    interface Handler {
        int run(Arguments arguments) throws Exception;
    }

    /** The same, where nothing but an exception says that it didn't work. */
    interface Action {
        void run(Arguments arguments) throws Exception;
    }

    /** What is to be done before. */
    interface Before {
        void run() throws Exception;
    }

    /** An option; {@code value} names what it takes, and is null for one that takes nothing. */
    record Option(String name, String value, String help) {}

    static Row of(String names, String usage, String help, Handler handler) {
        List<String> all = List.of(names.split(" "));
        return new Row(all.get(0), all.subList(1, all.size()), usage, List.of(), help, handler);
    }

    static Row doing(String names, String usage, String help, Action action) {
        return of(names, usage, help, arguments -> {
            action.run(arguments);
            return ExitCode.OK;
        });
    }

    Row with(String option, String optionHelp) {
        return with(option, null, optionHelp);
    }

    Row with(String option, String value, String optionHelp) {
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(option, value, optionHelp));
        return new Row(name, aliases, usage, more, help, handler);
    }

    /** The same row, with something that is done before it. */
    Row behind(Before before) {
        return new Row(name, aliases, usage, options, help, arguments -> {
            before.run();
            return handler.run(arguments);
        });
    }

    /** The row as picocli understands it. */
    CommandSpec spec() {
        Run run = new Run(handler);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(run).name(name).aliases(aliases.toArray(String[]::new));
        run.spec = spec;
        spec.usageMessage().description(help);
        int index = 0;
        for (String parameter : usage.split(" ")) {
            if (!parameter.isEmpty()) {
                spec.addPositional(positional(parameter, index++));
            }
        }
        options.forEach(option -> spec.addOption(option(option)));
        return spec;
    }

    private static PositionalParamSpec positional(String usage, int index) {
        boolean needed = !usage.startsWith("[");
        boolean many = usage.contains("...");
        PositionalParamSpec.Builder builder = PositionalParamSpec.builder()
                .paramLabel(usage.replaceAll("[\\[\\].]", ""))
                .index(index + (many ? "..*" : ""))
                .required(needed) // an arity of 1 says it only for options
                .arity((needed ? "1" : "0") + (many ? "..*" : needed ? "" : "..1"));
        return (many ? builder.type(List.class).auxiliaryTypes(String.class) : builder.type(String.class)).build();
    }

    private static OptionSpec option(Option option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.name.split(" ")).description(option.help);
        return option.value == null
                ? builder.type(boolean.class).arity("0").build()
                : builder.type(String.class).arity("1").paramLabel(option.value).build();
    }

    /** What picocli calls: the handler, with the arguments as they stand in the spec. */
    private static final class Run implements Callable<Integer> {
        private final Handler handler;
        private CommandSpec spec;

        Run(Handler handler) {
            this.handler = handler;
        }

        @Override
        public Integer call() throws Exception {
            return handler.run(new Arguments(spec));
        }
    }
}

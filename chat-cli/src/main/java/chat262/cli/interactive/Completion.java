package chat262.cli.interactive;

import chat262.cli.screen.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Completes commands, people and rooms: {@code @} begins a person, {@code #} a group, {@code /} a command in a chat. */
final class Completion implements Suggestions {
    private final CommandRegistry commands;
    private final Directory directory;
    private final Rooms rooms;

    Completion(CommandRegistry commands, Directory directory, Rooms rooms) {
        this.commands = commands;
        this.directory = directory;
        this.rooms = rooms;
    }

    @Override
    public List<String> of(List<String> words) {
        String word = words.get(words.size() - 1);
        boolean slash = words.get(0).startsWith("/");
        if (slash || rooms.view().isEmpty()) {
            String command = slash ? words.get(0).substring(1) : words.get(0);
            return words.size() == 1 ? commands(slash, command) : argument(command, words.size() - 2, word);
        }
        return addressed(word);
    }

    private List<String> commands(boolean slash, String begun) {
        return commands.names().stream()
                .filter(name -> name.startsWith(begun))
                .map(name -> slash ? "/" + name : name)
                .sorted()
                .toList();
    }

    private List<String> argument(String command, int place, String word) {
        if (word.startsWith("-")) {
            return commands.options(command).stream()
                    .filter(option -> option.startsWith(word))
                    .toList();
        }
        Stream<String> suggested = suggested(commands.takes(command, place), word).stream();
        // In a group's chat its name may be left out, and all else then stands one place earlier.
        return rooms.view().isPresent() && commands.takes(command, 0).equals("GROUP")
                ? Stream.concat(suggested, suggested(commands.takes(command, place + 1), word).stream())
                        .distinct()
                        .toList()
                : suggested.toList();
    }

    private List<String> suggested(String label, String word) {
        return switch (label) {
            case "NAME" -> word.startsWith("@") ? addressed(word) : directory.people(word);
            case "GROUP" -> word.startsWith("#") ? addressed(word) : directory.groups(word);
            case "ROOM" -> room(word);
            case "COMMAND" -> commands(word.startsWith("/"), word.replaceFirst("^/", ""));
            case "ROLE" ->
                Stream.of("owner", "member")
                        .filter(role -> role.startsWith(word.toLowerCase(Locale.ROOT)))
                        .toList();
            default -> addressed(word);
        };
    }

    private List<String> room(String word) {
        if (word.startsWith("@") || word.startsWith("#")) {
            return addressed(word);
        }
        return Stream.concat(addressed("@" + word).stream(), addressed("#" + word).stream())
                .toList();
    }

    private List<String> addressed(String word) {
        if (word.startsWith("@")) {
            return directory.people(word.substring(1)).stream()
                    .map(name -> "@" + name)
                    .toList();
        }
        if (word.startsWith("#")) {
            return directory.groups(word.substring(1)).stream()
                    .map(name -> "#" + name)
                    .toList();
        }
        return List.of();
    }
}

package chat262.cli.commands.room;

import chat262.api.rooms.OpenGroup;
import chat262.cli.screen.JsonLine;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints groups that were found, a line each, and which of them are open. */
final class FoundGroups {
    private final Map<String, OpenGroup> open;

    private FoundGroups(Map<String, OpenGroup> open) {
        this.open = open;
    }

    static FoundGroups of(ChatServer server) {
        return new FoundGroups(server.search().openGroups("*").stream()
                .collect(Collectors.toMap(OpenGroup::name, Function.identity())));
    }

    void print(Screen screen, List<String> names, boolean json) throws IOException {
        for (String name : names) {
            OpenGroup group = open.get(name);
            screen.print(json ? json(name, group != null) : name + about(group));
        }
    }

    /** In JSON, {@code open} tells whether everybody may join the group. */
    private static String json(String name, boolean isOpen) {
        return JsonLine.of(new TreeMap<>(Map.of("name", name, "open", isOpen)));
    }

    private static String about(OpenGroup group) {
        if (group == null) {
            return "";
        }
        String members = group.members() == 1 ? "1 member" : group.members() + " members";
        return "  (open, " + members + (group.joined() ? ", you are in it)" : ")");
    }
}

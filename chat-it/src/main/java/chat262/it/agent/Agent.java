package chat262.it.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** The {@code -javaagent}: puts a {@link Detour} into every method that a crash point or a rule is about. */
public final class Agent {
    /** What the rules change, beside the methods of the crash points. */
    private static final Map<String, List<String>> METHODS_OF_RULES = Map.ofEntries(
            Map.entry(
                    "chat262.messages.writer.LogConnection",
                    List.of("write", "lockRooms", "membershipStates", "storedKeys", "updateCursors")),
            Map.entry("chat262.accounts.passwords.PasswordHasher", List.of("hash")),
            Map.entry("chat262.messages.writer.Inbox", List.of("take")),
            Map.entry("chat262.messages.MessageService", List.of("page")),
            Map.entry("chat262.rooms.ChatRoom", List.of("nextSeq")),
            Map.entry("chat262.rooms.RoomAccess", List.of("lock")),
            Map.entry("chat262.rooms.RoomViews", List.of("listed", "views")),
            Map.entry("chat262.live.ClientFrameHandler", List.of("handle")),
            Map.entry("chat262.live.LiveEventLoop", List.of("flushAcks")),
            Map.entry("chat262.it.faults.client.ReceiverMain", List.of("show", "toAcknowledge")),
            Map.entry("chat262.it.faults.client.Stream", List.of("keyIn")),
            Map.entry("chat262.it.faults.client.Wire", List.of("keyHeader")),
            Map.entry("org.glassfish.grizzly.http.HttpResponsePacket", List.of("getHttpStatus")),
            Map.entry("org.apache.catalina.core.ApplicationFilterChain", List.of("doFilter")),
            Map.entry("org.apache.catalina.connector.CoyoteAdapter", List.of("doService")));

    private Agent() {}

    /**
     * Called by Java before {@code main}.
     *
     * @param folder where the files are that say what to do
     */
    public static void premain(String folder, Instrumentation instrumentation) {
        System.getProperties().put(Detour.FAULT_SWITCH, new FaultSwitch(Path.of(folder)));
        AgentBuilder builder = new AgentBuilder.Default();
        for (Map.Entry<String, TreeSet<String>> each : methods().entrySet()) {
            String type = each.getKey();
            builder = builder.type(named(type)).transform((code, description, loader, module, domain) -> {
                for (String method : each.getValue()) {
                    code = code.visit(Advice.withCustomMapping()
                            .bind(Detour.Type.class, type)
                            .bind(Detour.Method.class, method)
                            .to(Detour.class)
                            .on(named(method)));
                }
                return code;
            });
        }
        builder.installOn(instrumentation);
    }

    /** The methods that are changed, by their class. */
    static Map<String, TreeSet<String>> methods() {
        Stream<Map.Entry<String, String>> ofPoints = Arrays.stream(CrashPoint.values())
                .map(CrashPoint::step)
                .map(step -> Map.entry(step.type(), step.method()));
        Stream<Map.Entry<String, String>> ofRules = METHODS_OF_RULES.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(method -> Map.entry(each.getKey(), method)));
        return Stream.concat(ofPoints, ofRules)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    }
}

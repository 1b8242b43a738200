package chat262.it.demo;

import chat262.it.process.Folders;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two people talk, one console is killed, and in the end each has seen everything once and in order. */
public final class Demo {
    private static final String WITH_ANN = "chat with ann";
    private static final String WITH_BOB = "chat with bob";
    private static final String GROUP = "group lunch";

    private Demo() {}

    /** Runs it; ends with 0 if it came out as it must, else with 1. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("Starting a server with temporary data …");
        Path folder = Files.createTempDirectory("chat-demo");
        boolean right;
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), Map.of())) {
            System.out.println("It serves on " + server.url() + ". Two consoles are opened; this is what is typed:\n");
            right = talk(folder, server);
        } finally {
            Folders.delete(folder);
        }
        System.exit(right ? 0 : 1);
    }

    private static boolean talk(Path folder, ServerProcess server) {
        try (DemoUser ann = new DemoUser("ann", folder.resolve("ann"), server.url());
                DemoUser bob = new DemoUser("bob", folder.resolve("bob"), server.url())) {
            ann.register();
            bob.register();
            inADirectRoom(ann, bob);
            inAGroup(ann, bob);
            overACrash(ann, bob);
            return compare(ann.leave(), bob.leave());
        }
    }

    private static void inADirectRoom(DemoUser ann, DemoUser bob) {
        ann.open("chat bob", WITH_BOB);
        ann.say("Hello, Bob!");
        bob.isToldOfUnread("@ann");
        bob.open("chat ann", WITH_ANN);
        bob.sees("ann: Hello, Bob!");
        bob.say("Hello, Ann. Lunch?");
        ann.sees("bob: Hello, Ann. Lunch?");
        ann.type(":q");
        bob.type(":q");
    }

    private static void inAGroup(DemoUser ann, DemoUser bob) {
        ann.type("newgroup lunch bob");
        ann.open("chatgroup lunch", GROUP);
        ann.say("Who is hungry?");
        bob.isToldOfUnread("#lunch");
        bob.open("chatgroup lunch", GROUP);
        bob.sees("ann: Who is hungry?");
        bob.say("Me.");
        ann.sees("bob: Me.");
    }

    /** Bob looks at the group when messages for the direct room reach his console: received, not shown, not acknowledged. */
    private static void overACrash(DemoUser ann, DemoUser bob) {
        ann.type(":q");
        ann.open("chat bob", WITH_BOB);
        ann.say("Only you read this:");
        bob.isToldOfUnread("@ann");
        ann.say("the pizza is on me.");
        bob.crash();
        ann.say("And the coffee.");
        bob.comeBack();
        bob.open("chat ann", WITH_ANN);
        bob.sees("ann: And the coffee.");
        bob.say("I'm coming!");
        ann.sees("bob: I'm coming!");
    }

    private static boolean compare(Transcript ann, Transcript bob) {
        System.out.println("\n" + ann + "\n" + bob);
        List<String> direct = List.of(
                "ann: Hello, Bob!",
                "bob: Hello, Ann. Lunch?",
                "ann: Only you read this:",
                "ann: the pizza is on me.",
                "ann: And the coffee.",
                "bob: I'm coming!");
        List<String> wrong = new ArrayList<>();
        check("ann", WITH_BOB, ann.of(WITH_BOB), direct, wrong);
        check("bob", WITH_ANN, bob.of(WITH_ANN), direct, wrong);
        List<String> group = List.of("ann: Who is hungry?", "bob: Me.");
        check("ann", GROUP, texts(ann.of(GROUP)), group, wrong);
        check("bob", GROUP, texts(bob.of(GROUP)), group, wrong);
        wrong.forEach(System.out::println);
        System.out.println(
                wrong.isEmpty()
                        ? "Each message was seen once and in order, by both."
                        : "That is not what should have happened.");
        return wrong.isEmpty();
    }

    /** What was said, without what happened to the group. */
    private static List<String> texts(List<String> entries) {
        return entries.stream().filter(entry -> !entry.startsWith("-- ")).toList();
    }

    private static void check(
            String person, String room, List<String> seen, List<String> expected, List<String> wrong) {
        List<String> named = seen.stream()
                .map(entry -> entry.startsWith("you: ") ? person + entry.substring("you".length()) : entry)
                .toList();
        if (!named.equals(expected)) {
            wrong.add(person + ", " + room + ": expected " + expected + ", saw " + named);
        }
    }
}

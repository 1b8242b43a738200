package chat262.it.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Decides what a {@link Detour} does: die, do something else, or nothing. Thread-safe. */
final class FaultSwitch implements Function<Object[], Object[]> {
    private final Path folder;
    private final Crash crash;
    private final List<Breach> breaches = List.of(
            new KeyIgnored(),
            new SeqFromSequence(),
            new CursorMayFall(),
            new ReadBeforeLock(),
            new AckBeforeShow(),
            new KeyOfOneWay(),
            new AnyKeySettles(),
            new StatusInTwoSteps(),
            new CallsHeld(),
            new AnswersLost(),
            new HashingHeld(this::rule),
            new OutOfMemory(),
            new DrawnOut("late-views", List.of(new Step(false, "chat262.rooms.RoomViews", "listed"))),
            new DrawnOut("slow-frames", List.of(new Step(true, "chat262.live.ClientFrameHandler", "handle"))),
            new DrawnOut(
                    "slow-reads",
                    List.of(
                            new Step(true, "chat262.messages.MessageService", "page"),
                            new Step(true, "chat262.rooms.RoomViews", "views"))));

    FaultSwitch(Path folder) {
        this.folder = folder;
        this.crash = Crash.next(folder);
    }

    @Override
    public Object[] apply(Object[] what) {
        Step step = new Step((Boolean) what[0], (String) what[1], (String) what[2]);
        Call call = new Call(step, what[3], (Object[]) what[4], what[5]);
        if (crash != null) {
            crash.at(call);
        }
        String rule = rule();
        for (Breach breach : breaches) {
            if (breach.rule().equals(rule)) {
                return step.before() ? breach.before(call) : new Object[] {breach.after(call)};
            }
        }
        return step.before() ? null : new Object[] {call.result()};
    }

    private String rule() {
        Path file = folder.resolve("rule");
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

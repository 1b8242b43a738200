package chat262.cli.commands.message;

import chat262.api.rooms.Room;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import chat262.cli.store.Damage;
import chat262.cli.store.Journal;
import chat262.cli.store.Login;
import chat262.cli.sync.NoSuchRoom;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "Compare what has arrived on this device with the server.")
final class VerifyCommand extends ClientCommand {
    @Parameters(index = "0..*", arity = "0..*", paramLabel = "ROOM")
    private List<String> name;

    VerifyCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        refuseWithoutRoom(words(name), "ROOM");
        Login login = client().login();
        try (ChatServer server = server();
                Journal journal = Journal.openToRead(client().state().account(login))
                        .orElseThrow(() -> new NoSuchRoom("nothing has arrived on this device yet"))) {
            Room room = room(server, words(name));
            Verification verification = new Verification(
                    journal, (id, seq, limit) -> server.after(id, seq, limit).messages());
            journal.damage().map(Damage::sentence).ifPresent(verification.faults()::add);
            verification.compare(room);
            return report(verification, room, journal.last(room.id()).orElse(0));
        }
    }

    private int report(Verification verification, Room room, long last) throws IOException {
        for (String fault : verification.faults()) {
            screen().print(fault);
        }
        verification.absences().forEach(screen()::say);
        screen().say(verification.count() + " entries have arrived, the last is " + last + "; the server has "
                + room.lastSeq() + conclusion(verification, room.lastSeq(), last));
        if (verification.faults().isEmpty()) {
            return ExitCode.OK;
        }
        if (verification.missing() > 0) {
            screen().say("The console, or 'tail', fetches again what is missing here.");
        }
        return ExitCode.TROUBLE;
    }

    private static String conclusion(Verification verification, long stored, long last) {
        String behind = last >= stored ? "" : "; what stands above " + last + " has not arrived yet";
        if (verification.missing() > 0) {
            return ", " + verification.missing() + " of which are missing here" + behind + ".";
        }
        if (!verification.faults().isEmpty()) {
            return behind + ".";
        }
        return behind + (behind.isEmpty() ? ". They are the same." : ". The others are the same.");
    }
}

package chat262.it.faults;

import chat262.api.Paths;
import chat262.it.proxy.HttpMessage;
import chat262.it.proxy.RequestGate;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Random;

/** The owner, who removes the guest from a group and invites it again, over and over, while the guest sends. */
final class GuestRemover {
    private final WorkloadAccounts accounts;
    private final RequestGate gate;

    /** What the guest's messages are to the gate, whichever way they go. */
    private final String messages;

    private final Random random;
    private volatile boolean stopRequested;
    private volatile int removals;

    GuestRemover(WorkloadAccounts accounts, RequestGate gate, long seed) {
        this.accounts = accounts;
        this.gate = gate;
        this.messages = HttpMessage.kind(
                "POST " + Paths.BASE + "/rooms/" + accounts.guestGroup() + "/messages", accounts.guest());
        this.random = new Random(seed);
        gate.watch(messages);
    }

    int removals() {
        return removals;
    }

    void requestStop() {
        stopRequested = true;
    }

    void run() throws InterruptedException {
        String members = "/rooms/" + accounts.guestGroup() + "/members";
        JsonObject guest =
                Json.createObjectBuilder().add("username", accounts.guest()).build();
        while (!stopRequested) {
            Thread.sleep(200 + random.nextInt(600));
            accounts.ask(accounts.owner(), wire -> wire.delete(members + "/" + accounts.guest()));
            removals++;
            Thread.sleep(random.nextInt(1_500));
            // The server would accept a copy of a refused message that it reads only now, though the sender has given
            // it up.
            // So none of the guest's messages is under way while the guest is invited.
            gate.close(messages);
            try {
                accounts.ask(accounts.owner(), wire -> wire.post(members, guest));
            } finally {
                gate.open(messages);
            }
        }
    }
}

package chat262.it.faults;

import chat262.api.Paths;
import chat262.it.proxy.HttpMessage;
import chat262.it.proxy.RequestGate;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Random;

/** The owner, who removes the guest from a group and invites it again, over and over, while the guest sends. */
final class GuestRemover {
    private final WorkloadAccounts accounts;
    private final List<RequestGate> gates;

    /** What the guest's messages are to a gate, whichever way they go. */
    private final String messages;

    private final String invitations;

    private final Random random;
    private volatile boolean stopRequested;
    private volatile int removals;

    /** @param gates what requests pass through, from the outside to the inside */
    GuestRemover(WorkloadAccounts accounts, List<RequestGate> gates, long seed) {
        String group = "POST " + Paths.BASE + "/rooms/" + accounts.guestGroup();
        this.accounts = accounts;
        this.gates = gates;
        this.messages = HttpMessage.kind(group + "/messages", accounts.guest());
        this.invitations = HttpMessage.kind(group + "/members", accounts.owner());
        this.random = new Random(seed);
        gates.forEach(gate -> {
            gate.watch(messages);
            gate.watch(invitations);
        });
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
            close(messages);
            try {
                accounts.ask(accounts.owner(), wire -> wire.post(members, guest));
                // Nor a copy of the invitation after that: a node may have it that did not answer in time.
                close(invitations);
                open(invitations);
            } finally {
                open(messages);
            }
        }
    }

    /** Keeps a kind of requests back, and returns when none of it is under way. */
    private void close(String kind) throws InterruptedException {
        for (RequestGate gate : gates) {
            gate.close(kind);
        }
    }

    private void open(String kind) {
        gates.forEach(gate -> gate.open(kind));
    }
}

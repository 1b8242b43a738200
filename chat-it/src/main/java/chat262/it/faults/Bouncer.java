package chat262.it.faults;

import chat262.api.Paths;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Random;

/** The owner, who sends the guest out of a group and lets it in again, again and again, while it sends. */
final class Bouncer {
    private final Scene scene;
    private final Gate gate;
    private final Random random;
    private volatile boolean told;
    private volatile int removals;

    Bouncer(Scene scene, Gate gate, long seed) {
        this.scene = scene;
        this.gate = gate;
        this.random = new Random(seed);
    }

    int removals() {
        return removals;
    }

    void tellToStop() {
        told = true;
    }

    void run() throws InterruptedException {
        String members = "/rooms/" + scene.door() + "/members";
        String messages = Frame.kind("POST " + Paths.BASE + "/rooms/" + scene.door() + "/messages", scene.guest());
        JsonObject guest =
                Json.createObjectBuilder().add("username", scene.guest()).build();
        while (!told) {
            Thread.sleep(200 + random.nextInt(600));
            scene.ask(scene.owner(), wire -> wire.delete(members + "/" + scene.guest()));
            removals++;
            Thread.sleep(random.nextInt(1_500));
            // A copy of a refused message that the server reads only now would be accepted, and the sender has given it
            // up and knows nothing of it. So none of its own is on its way while it comes in, whoever waits for it.
            gate.close(messages);
            try {
                scene.ask(scene.owner(), wire -> wire.post(members, guest));
            } finally {
                gate.open(messages);
            }
        }
    }
}

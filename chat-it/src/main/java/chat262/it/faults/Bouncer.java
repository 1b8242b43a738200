package chat262.it.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Random;

/** The owner, who sends the guest out of a group and lets it in again, again and again, while it sends. */
final class Bouncer {
    private final Scene scene;
    private final Proxy proxy;
    private final Random random;
    private volatile boolean told;
    private volatile int removals;

    Bouncer(Scene scene, Proxy proxy, long seed) {
        this.scene = scene;
        this.proxy = proxy;
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
        JsonObject guest =
                Json.createObjectBuilder().add("username", scene.guest()).build();
        while (!told) {
            Thread.sleep(200 + random.nextInt(600));
            scene.ask(scene.owner(), wire -> wire.delete(members + "/" + scene.guest()));
            removals++;
            Thread.sleep(random.nextInt(400));
            // A copy of a refused request that comes only now would be accepted, and the sender knows nothing of it.
            proxy.holdNothing();
            scene.ask(scene.owner(), wire -> wire.post(members, guest));
            proxy.holdAgain();
        }
    }
}

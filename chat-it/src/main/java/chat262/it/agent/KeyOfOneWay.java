package chat262.it.agent;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A sender calls under another key than it sends frames: for each message there is one, which it takes for each call. */
final class KeyOfOneWay implements Breach {
    @Override
    public String rule() {
        return "key-of-one-way";
    }

    @Override
    public Object after(Call call) {
        if (!call.step().isAfter("Wire", "keyHeader")) {
            return call.result();
        }
        String key = (String) call.arguments()[0];
        UUID other = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.US_ASCII));
        return ((String) call.result()).replace(key, other.toString());
    }
}

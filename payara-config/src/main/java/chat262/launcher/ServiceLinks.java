package chat262.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Variables that no user has set: for a service called {@code chat}, Kubernetes sets {@code CHAT_PORT} to an address such as
 * {@code tcp://10.0.0.12:8080}, as Docker did for its links.
 *
 * @param environment the environment without those that have the name of a setting
 * @param passedOver the names and values of these
 */
record ServiceLinks(Map<String, String> environment, List<String> passedOver) {
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    static ServiceLinks in(Map<String, String> environment) {
        Map<String, String> others = new TreeMap<>(environment);
        List<String> passedOver = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String name = setting.environment();
            if (ADDRESS.matcher(others.getOrDefault(name, "")).matches()) {
                passedOver.add(name + "=" + others.remove(name));
            }
        }
        return new ServiceLinks(others, passedOver);
    }

    /** A sentence about each of them. */
    List<String> notes() {
        return passedOver.stream()
                .map(variable ->
                        variable + " is passed over: Kubernetes sets it for a service called chat; set the port with "
                                + Setting.PORT.option())
                .toList();
    }
}

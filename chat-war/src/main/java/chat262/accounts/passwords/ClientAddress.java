package chat262.accounts.passwords;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a client. A proxy on this machine adds to {@code X-Forwarded-For} whom it forwards, and is believed; nobody
 * else is, as every client can send that header.
 *
 * @param network the address; of IPv6 its first 64 bits, as a client has all the others to choose from
 */
record ClientAddress(String network, boolean isLoopback) {
    private static final int IPV6_NETWORK_BYTES = 8;

    /** An address as digits: the resolver must never be asked for a name that a client has sent. */
    private static final Pattern NUMERIC = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\\.(?!$)|$)){4}|[0-9A-Fa-f:.]{0,45}:[0-9A-Fa-f:.]{0,45}");

    /**
     * The client of a request.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of that header, in their order
     */
    static ClientAddress of(String peer, List<String> forwardedFor) {
        ClientAddress found = parse(peer).orElse(new ClientAddress(peer, false));
        String[] forwarded = String.join(",", forwardedFor).split(",");
        // The last one is what the nearest proxy says; a proxy before that one counts only if it is on this machine,
        // too.
        for (int i = forwarded.length - 1; i >= 0 && found.isLoopback; i--) {
            Optional<ClientAddress> before = parse(forwarded[i].strip());
            if (before.isEmpty()) {
                return found;
            }
            found = before.get();
        }
        return found;
    }

    private static Optional<ClientAddress> parse(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            return Optional.of(new ClientAddress(network(address), address.isLoopbackAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty(); // digits and colons that are no address
        }
    }

    private static String network(InetAddress address) throws UnknownHostException {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = Arrays.copyOf(address.getAddress(), 2 * IPV6_NETWORK_BYTES);
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress();
    }
}

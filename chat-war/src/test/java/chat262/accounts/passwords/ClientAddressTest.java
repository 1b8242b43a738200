package chat262.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, '', 192.0.2.1, false",
        "192.0.2.1, 203.0.113.9, 192.0.2.1, false", // said by a client
        "127.0.0.1, '', 127.0.0.1, true",
        "127.0.0.1, 203.0.113.9, 203.0.113.9, false",
        "::1, '198.51.100.1, 203.0.113.9', 203.0.113.9, false", // what the client said, then the proxy
        "127.0.0.1, '203.0.113.9, 127.0.0.1', 203.0.113.9, false", // two proxies of this machine
        "127.0.0.1, 'chat.example', 127.0.0.1, true",
        "127.0.0.1, '999.1.1.1', 127.0.0.1, true",
        "127.0.0.1, '1.2.3.4.', 127.0.0.1, true",
        "127.0.0.1, '::zz:1', 127.0.0.1, true",
        "2001:db8:1:2:3:4:5:6, '', 2001:db8:1:2:0:0:0:0, false",
        "127.0.0.1, ::ffff:203.0.113.9, 203.0.113.9, false"
    })
    void aProxyOnThisMachineIsBelievedAndNobodyElse(String peer, String header, String network, boolean loopback) {
        List<String> values = header.isEmpty() ? List.of() : List.of(header);
        assertThat(ClientAddress.of(peer, values)).isEqualTo(new ClientAddress(network, loopback));
    }
}

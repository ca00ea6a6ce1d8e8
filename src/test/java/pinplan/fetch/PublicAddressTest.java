package pinplan.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of what is public; SafeFetcherTest has the rest. */
class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "9.255.255.255, true", "10.0.0.0, false", "10.255.255.255, false", "11.0.0.0, true", "100.63.255.255, true",
        "100.127.255.255, false", "100.128.0.0, true", "172.15.255.255, true", "172.32.0.0, true", "169.253.0.1, true",
        "192.167.255.255, true", "192.169.0.0, true", "223.255.255.255, true", "198.20.0.0, true", "1.1.1.1, true",
        "2606:4700::1111, true", "2a00:1450::1, true", "1fff::1, false", "4000::1, false", "2003::1, true",
        "2001:200::1, true", "2001:1ff::1, false", "2002::1, false", "3fff::1, false", "3ffe::1, true",
    })
    void knowsItsEdges(String address, boolean open) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isEqualTo(open);
    }
}

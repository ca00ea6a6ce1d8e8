package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static Site site(Map<String, String> said) {
        return new Site(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(said, "said", 100))
                .build());
    }

    @Test
    void whatSomebodySaidCounts() {
        Site site = site(Map.of("pinplan.address", "https://pins.example.org/", "quarkus.http.port", "9000"));
        site.check();
        assertThat(site.said()).isTrue();
        assertThat(site.address()).isEqualTo("https://pins.example.org");
    }

    @Test
    void elseItIsWhereItListens() {
        assertThat(site(Map.of()).said()).isFalse();
        assertThat(site(Map.of()).address()).isEqualTo("http://localhost:8080");
        assertThat(site(Map.of("quarkus.http.host", "10.0.0.7", "quarkus.http.port", "9000"))
                        .address())
                .isEqualTo("http://10.0.0.7:9000");
    }

    /** On all addresses is no address. */
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void onAllAddressesIsThisMachine(String all) {
        assertThat(site(Map.of("quarkus.http.host", all, "quarkus.http.port", "9000"))
                        .address())
                .isEqualTo("http://localhost:9000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pin_plan:8080",
                "https://bücher.example/",
                "HTTPS://pins.example.org",
                " https://a.example "
            })
    void whatBrowsersTakeIsTaken(String address) {
        site(Map.of("pinplan.address", address)).check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pins.example.org", "ftp://pins.example.org", "https://", "https://pins.example.org/?a=b"})
    void whatLeadsNowhereIsRefused(String address) {
        assertThatThrownBy(site(Map.of("pinplan.address", address))::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PINPLAN_ADDRESS");
    }
}

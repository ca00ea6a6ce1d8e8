package pinplan.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server is started where an application runs, and nowhere else. */
class EmbeddedPostgresConfigTest {
    @ParameterizedTest
    @CsvSource({
        "Augmentation Class Loader: PROD, false",
        "Deployment Class Loader: PROD, false",
        "Deployment Class Loader: TEST for a test, false",
        "app, false",
        "Quarkus Base Runtime ClassLoader: DEV, true",
        "Quarkus Runtime ClassLoader: TEST for a test restart no:1, true"
    })
    void onlyARunningApplicationStartsAServer(String name, boolean starts) {
        ClassLoader loader = new ClassLoader(name, null) {};
        assertThat(EmbeddedPostgresConfig.running(loader)).isEqualTo(starts);
    }
}

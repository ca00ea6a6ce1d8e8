package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementPortTest {
    @ParameterizedTest
    @CsvSource({"8080, 9080", "0, 0", "64535, 65535", "64536, 63536", "65535, 64535"})
    void isBesideThePagesPort(int pages, int management) {
        assertThat(ManagementPort.beside(pages)).isEqualTo(management);
    }
}

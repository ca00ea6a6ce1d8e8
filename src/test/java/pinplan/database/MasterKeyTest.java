package pinplan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterKeyTest {
    @TempDir
    Path folder;

    @Test
    void besideTheEmbeddedDatabaseItIsMadeOnceForTheOwnerOnly() throws IOException {
        Path data = folder.resolve("data");
        String made = MasterKey.secret(Optional.empty(), true, data);
        assertThat(MasterKey.secret(Optional.of(" "), true, data)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("master.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theEnvironmentsGoesFirst() {
        String given = "b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6j";
        assertThat(MasterKey.secret(Optional.of(given), true, folder)).isEqualTo(given);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withADatabaseOfOnesOwnItMustBeSet() {
        assertThatThrownBy(() -> MasterKey.secret(Optional.empty(), false, folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PINPLAN_MASTER_KEY is not set")
                .hasMessageContaining("openssl rand -base64 32");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "secret, too short",
        "b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6, too short",
        "changeme-changeme-changeme-b8Ry0m4kq7, an example's",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, too easy to guess",
        "abcabcabcabcabcabcabcabcabcabcabcabcabcabc, too easy to guess"
    })
    void aWeakOneIsRefusedWithoutRepeatingIt(String weak, String reason) {
        assertThatThrownBy(() -> MasterKey.secret(Optional.of(weak), true, folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain(weak);
    }
}

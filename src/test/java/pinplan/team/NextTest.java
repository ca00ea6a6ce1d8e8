package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {
    @ParameterizedTest
    @ValueSource(strings = {"/boards", "/calendar?view=list&on=2027-03-01", "/pins/7#review", "/a%2F%2Fb"})
    void pathsOfOursAreKept(String path) {
        assertThat(Next.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/\r\nSet-Cookie: a=b",
                "evil",
                "/sign-in?next=/sign-in",
                "/sign-out",
                "/ü",
                "/%zz",
                " /x"
            })
    void everythingElseLeadsHome(String path) {
        assertThat(Next.safe(path)).isEqualTo("/calendar");
    }
}

package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import pinplan.fetch.WebPage;

/** What looks at a page, one after the other, make of it. */
class PageHealthTest {
    private final Health health = Health.unknown();
    private Instant now = Instant.parse("2031-05-04T10:00:00Z");

    /** @param status 0: nobody answers; less: nobody was asked */
    private boolean turns(int status) {
        now = now.plus(Duration.ofDays(1));
        return health.heard(
                new WebPage(status, "https://shop.example.org/", "shop.example.org", "", new byte[0]),
                "shop.example.org",
                now);
    }

    private String trouble() {
        return health.trouble(ZoneOffset.UTC);
    }

    @Test
    void aServerThatFailsAndIsSilentInTurnsIsInTroubleAndStaysThere() {
        assertThat(turns(503)).isFalse();
        assertThat(turns(0)).isTrue();
        assertThat(trouble()).isEqualTo("This page can’t be reached, since 5 May.");
        assertThat(turns(500)).as("told once").isFalse();
        assertThat(trouble()).isEqualTo("The server of this page fails (500), since 5 May.");
        assertThat(turns(200)).isFalse();
        assertThat(trouble()).isNull();
        assertThat(turns(0)).isFalse();
        assertThat(trouble()).isNull();
    }

    @Test
    void whatIsNeverAskedForIsNoTrouble() {
        assertThat(turns(-2)).isFalse();
        assertThat(turns(-2)).isFalse();
        assertThat(trouble()).isNull();
        assertThat(health.kind()).isEmpty();
        assertThat(health.brief()).isEqualTo("Not checked");
        assertThat(health.words(now, ZoneOffset.UTC))
                .isEqualTo("Not checked: only public addresses at the usual ports are looked at.");
    }
}

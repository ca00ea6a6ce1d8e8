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
    private boolean troubledBy(int status) {
        now = now.plus(Duration.ofDays(1));
        health.heard(
                new WebPage(status, "https://shop.example.org/", "shop.example.org", "", new byte[0]),
                "shop.example.org",
                now);
        return health.troubled();
    }

    private String trouble() {
        return health.trouble(ZoneOffset.UTC);
    }

    @Test
    void aServerThatFailsAndIsSilentInTurnsIsInTroubleAndStaysThere() {
        assertThat(troubledBy(503)).isFalse();
        assertThat(troubledBy(0)).isTrue();
        assertThat(trouble()).isEqualTo("This page can’t be reached, since 5 May.");
        assertThat(troubledBy(500)).isTrue();
        assertThat(health.troubledSince()).isEqualTo(Instant.parse("2031-05-06T10:00:00Z"));
        assertThat(trouble()).isEqualTo("The server of this page fails (500), since 5 May.");
        assertThat(troubledBy(200)).isFalse();
        assertThat(trouble()).isNull();
        assertThat(troubledBy(0)).isFalse();
        assertThat(trouble()).isNull();
    }

    @Test
    void whatPassesDoesNotEndAnotherTrouble() {
        assertThat(troubledBy(404)).isTrue();
        Instant began = now;
        assertThat(troubledBy(503)).isTrue();
        assertThat(trouble()).isEqualTo("The server of this page fails (503), since 6 May.");
        assertThat(troubledBy(404)).isTrue();
        assertThat(health.troubledSince()).isEqualTo(began);
        assertThat(troubledBy(200)).isFalse();
        assertThat(health.troubledSince()).isNull();
        assertThat(troubledBy(503)).isFalse();
    }

    @Test
    void whatIsNeverAskedForIsNoTrouble() {
        assertThat(troubledBy(-2)).isFalse();
        assertThat(troubledBy(-2)).isFalse();
        assertThat(trouble()).isNull();
        assertThat(health.kind()).isEmpty();
        assertThat(health.brief()).isEqualTo("Not checked");
        assertThat(health.words(now, ZoneOffset.UTC))
                .isEqualTo("Not checked: only public addresses at the usual ports are looked at.");
    }
}

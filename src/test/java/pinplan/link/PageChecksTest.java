package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.database.DatabaseClock;
import pinplan.fetch.Stuck;
import pinplan.support.People;
import pinplan.support.PictureServer;

/** What becomes of a page that could not be asked for, since all of us were busy. */
@QuarkusTest
class PageChecksTest {
    private final People people = People.fresh();
    private final CountDownLatch over = new CountDownLatch(1);

    @Inject
    EntityManager database;

    @Inject
    DatabaseClock clock;

    @Inject
    LinkChecks config;

    private PageChecks checks;

    @BeforeEach
    void allAreBusy() {
        nothingIsDue();
        checks = new PageChecks(database, clock, Stuck.fetcher(over), config);
    }

    @AfterEach
    void over() {
        over.countDown();
        nothingIsDue();
    }

    private static void nothingIsDue() {
        QuarkusTransaction.requiringNew().run(() -> {
            Destination.update("health.checkAt = null");
            PageHost.deleteAll();
        });
    }

    private Long page() {
        String link = PictureServer.put(UUID.randomUUID() + "/tart", 200, "", new byte[0]);
        return QuarkusTransaction.requiringNew().call(() -> Destination.wanted(people.workspace, link).id);
    }

    private List<?> due(Long page) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select checked_at, verdict, times from destination where id = ?1 and check_at > ?2")
                        .setParameter(1, page)
                        .setParameter(2, Instant.EPOCH)
                        .getResultList());
    }

    private void nothingIsKnownAndItIsAskedLater(Long page) {
        assertThat(due(page)).singleElement().isEqualTo(new Object[] {null, null, 0});
        List<PageCheck> noted = QuarkusTransaction.requiringNew().call(() -> PageCheck.of(Destination.findById(page)));
        assertThat(noted).isEmpty();
        long failed = QuarkusTransaction.requiringNew().call(() -> PageHost.count("failures > 0"));
        assertThat(failed).isZero();
    }

    @Test
    void theTickAsksLater() {
        Long page = page();
        assertThat(checks.one(wanted -> true, turned -> {})).isTrue();
        nothingIsKnownAndItIsAskedLater(page);
    }

    @Test
    void aPersonIsToldSo() {
        Long page = page();
        assertThat(checks.now(page, turned -> {})).isEqualTo(PageChecks.Answer.BUSY);
        nothingIsKnownAndItIsAskedLater(page);
    }
}

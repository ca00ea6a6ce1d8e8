package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.database.DatabaseClock;
import pinplan.fetch.Wire;
import pinplan.support.People;

/** An outage of our own is held against nobody's page; a page that is gone silent is found out all the same. */
@QuarkusTest
class OwnNetworkTest {
    private static final List<String> HOSTS = List.of("one.shop.edu", "two.shop.edu", "three.shop.edu");

    private final People people = People.fresh();
    private final Set<String> unreachable = new HashSet<>();
    private final List<Long> turned = new ArrayList<>();
    private HttpServer server;
    private PageChecks checks;

    @Inject
    EntityManager database;

    @Inject
    DatabaseClock clock;

    @Inject
    Clocks clocks;

    @Inject
    LinkChecks config;

    @BeforeEach
    void serve() throws IOException {
        nothingIsDue();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        List<String> places = HOSTS.stream().map(host -> host + ":" + port()).toList();
        checks = new PageChecks(database, clock, Wire.fetcher(places, host -> !unreachable.contains(host)), config);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        clocks.reset();
        nothingIsDue();
    }

    private static void nothingIsDue() {
        QuarkusTransaction.requiringNew().run(() -> {
            Destination.update("health.checkAt = null");
            PageHost.deleteAll();
        });
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private Long page(String host) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Long id = Destination.wanted(people.workspace, "http://" + host + "/tart").id;
            // The usual port of this machine is not ours to serve at.
            Destination.update("health.link = ?1 where id = ?2", "http://" + host + ":" + port() + "/tart", id);
            return id;
        });
    }

    private void look() {
        boolean more = true;
        while (more) {
            more = checks.one(wanted -> true, page -> turned.add(page.id));
        }
    }

    private void after(int minutes) {
        clocks.shift(Duration.ofMinutes(minutes));
        look();
    }

    private List<String> said(Long page) {
        return QuarkusTransaction.requiringNew()
                .call(() -> PageCheck.of(Destination.findById(page)).stream()
                        .map(PageCheck::words)
                        .toList());
    }

    @Test
    void whileNobodyAnswersNobodyIsBlamed() {
        List<Long> pages = HOSTS.stream().map(this::page).toList();
        unreachable.addAll(HOSTS);
        look();
        Stream.of(6, 31, 400).forEach(this::after);
        assertThat(pages).allSatisfy(page -> assertThat(said(page)).isEmpty());
        assertThat(checks.now(pages.get(0), page -> turned.add(page.id))).isEqualTo(PageChecks.Answer.SOON);
        clocks.shift(Duration.ofMinutes(6));
        assertThat(checks.now(pages.get(0), page -> turned.add(page.id))).isEqualTo(PageChecks.Answer.UNSURE);
        unreachable.clear();
        after(6);
        assertThat(pages).allSatisfy(page -> assertThat(said(page)).containsExactly("Fine"));
        assertThat(turned).isEmpty();
    }

    @Test
    void anOutageLaterOnIsHeldAgainstNobodyTwice() {
        List<Long> pages = HOSTS.stream().map(this::page).toList();
        look();
        // Just begun: the first ones seem to be silent themselves.
        unreachable.addAll(HOSTS);
        QuarkusTransaction.requiringNew()
                .run(() -> Destination.update("health.checkAt = ?1 where id in ?2", clock.now(), pages));
        Stream.of(1, 31, 6, 400).forEach(this::after);
        assertThat(turned).isEmpty();
        unreachable.clear();
        after(6);
        assertThat(pages).allSatisfy(page -> assertThat(said(page).get(0)).isEqualTo("Fine"));
    }

    @Test
    void oneThatIsSilentAmongOthersIsFoundOut() {
        Long silent = page("one.shop.edu");
        Long other = page("two.shop.edu");
        unreachable.add("one.shop.edu");
        look();
        after(6);
        assertThat(said(silent)).containsExactly("Could not be reached");
        assertThat(turned).isEmpty();
        // The other one was not due: it is asked all the same, and then this one again.
        after(31);
        assertThat(said(silent)).hasSize(1);
        assertThat(said(other)).containsExactly("Fine", "Fine");
        after(6);
        assertThat(said(silent)).hasSize(2);
        assertThat(turned).containsExactly(silent);
    }

    @Test
    void twoThatAreSilentWaitForTheThirdAndNotForEachOther() {
        Long answers = page("three.shop.edu");
        look();
        clocks.shift(Duration.ofMinutes(20));
        List<Long> silent = List.of(page("one.shop.edu"), page("two.shop.edu"));
        unreachable.addAll(List.of("one.shop.edu", "two.shop.edu"));
        look();
        assertThat(said(answers)).containsExactly("Fine", "Fine");
        after(6);
        assertThat(silent).allSatisfy(page -> assertThat(said(page)).containsExactly("Could not be reached"));
    }

    /** One that never answered, such as a mistyped one, is no reason to doubt our own network. */
    @Test
    void oneThatNeverAnsweredIsNoWitness() {
        Long dead = page("one.shop.edu");
        look();
        page("two.shop.edu");
        unreachable.addAll(List.of("one.shop.edu", "two.shop.edu"));
        QuarkusTransaction.requiringNew()
                .run(() -> Destination.update("health.checkAt = ?1 where id = ?2", clock.now(), dead));
        after(20);
        after(31);
        assertThat(said(dead)).containsExactly("Could not be reached", "Could not be reached", "Fine");
        assertThat(turned).contains(dead);
    }

    @Test
    void whereThereIsNoOtherItsSilenceCounts() {
        Long alone = page("one.shop.edu");
        unreachable.add("one.shop.edu");
        look();
        after(31);
        assertThat(said(alone)).containsExactly("Could not be reached", "Could not be reached");
        assertThat(turned).containsExactly(alone);
    }
}

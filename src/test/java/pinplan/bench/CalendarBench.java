package pinplan.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import pinplan.database.OwnServer;
import pinplan.support.PackagedApp;

/**
 * How fast the calendar is, packaged, with a million pins in its database; the queries of a page alone, and its HTML from memory,
 * in turns beside it. It measures and asserts nothing: bin/bench calendar. Needs {@code package} to have run.
 */
class CalendarBench {
    private static final double SECONDS = Integer.getInteger("pinplan.seconds", 8);
    /** What runs for days has been translated by then: after a minute Java's compilers still take as long as the pages themselves. */
    private static final double WARM = Integer.getInteger("pinplan.warm", 300);

    private static final int WARM_UPS = 5;
    private static final int PINS = Integer.getInteger("pinplan.pins", 1_000_000);
    private static final Path FOLDER = Path.of("target", "calendar-bench");
    /** Of the query that reads the chips of a page. */
    private static final String CHIPS = "left join pin_media first";

    private final Report report = new Report(Path.of("target", "calendar-bench.md"), "How fast the calendar is");
    private OwnServer server;
    private PackagedApp app;
    private Site site;

    @Test
    void measures() throws Exception {
        Files.createDirectories(FOLDER);
        try (OwnServer postgres = new OwnServer(FOLDER.resolve("pg").toAbsolutePath());
                Connection database = connection(postgres);
                PackagedApp packaged = PackagedApp.start(FOLDER, Site.environment(postgres))) {
            server = postgres;
            app = packaged;
            site = Site.signedIn(packaged);
            Crowd crowd = new Crowd(database);
            crowd.begin();
            String month = path("month", Crowd.OF_500.atDay(11).toString());
            warmUp();
            double few = Visitors.ask(1, SECONDS, () -> site.page(month, false)).millis(.5);
            crowd.fill(PINS);
            warm(month);
            double many =
                    Visitors.ask(1, SECONDS, () -> site.page(month, false)).millis(.5);
            report.goal(
                    "Month of 500 pins, median, 1,000 pins in the table against %,d".formatted(PINS),
                    many <= few * 1.3,
                    "at most 1.3 ×",
                    "%.2f ms, %.2f ms: %.2f ×",
                    few,
                    many,
                    many / few);
            pages();
            bounded();
            beside(database);
            new InChromium(site, path("month", Crowd.OF_500.atDay(11).toString())).measure(report);
            report.end();
        }
    }

    /** In turns: what was translated for one view alone is translated again for the next. */
    private void warmUp() throws Exception {
        List<String> views = List.of("month", "week", "day", "list");
        for (int turn = 0; turn < WARM_UPS; turn++) {
            for (String view : views) {
                String path = path(view, Crowd.OF_500.atDay(11).toString());
                Visitors.ask(4, WARM / WARM_UPS / views.size(), () -> site.page(path, false));
            }
        }
    }

    private void pages() throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("Month of 500 pins", path("month", Crowd.OF_500.atDay(11).toString()));
        pages.put("Month of 1,000 pins", path("month", Crowd.OF_1000.atDay(11).toString()));
        pages.put("Week of 230 pins", path("week", Crowd.OF_1000.atDay(11).toString()));
        pages.put("Day of 33 pins", path("day", Crowd.OF_1000.atDay(11).toString()));
        pages.put("List", path("list", Crowd.OF_1000.atDay(11).toString()));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            warm(page.getValue());
            int plain = site.get(page.getValue(), false);
            int compressed = site.get(page.getValue(), true);
            report.goal(
                    page.getKey() + ": bytes",
                    compressed <= 30_000,
                    "30 kB compressed",
                    "%,d, %,d compressed",
                    plain,
                    compressed);
            for (int together : new int[] {1, 8, 32}) {
                rate(page.getKey(), page.getValue(), together);
            }
        }
    }

    private double rate(String name, String path, int together) throws Exception {
        long cpu = cpu();
        Visitors visitors = Visitors.ask(together, SECONDS, () -> site.page(path, false));
        double millis = (double) (cpu() - cpu) / visitors.nanos().size();
        String measured = "%.0f/s; p50 %.1f, p95 %.1f, p99 %.1f ms; %.2f ms of processor";
        Object[] values = {visitors.rate(), visitors.millis(.5), visitors.millis(.95), visitors.millis(.99), millis};
        String what = "%s, %d at once".formatted(name, together);
        if (together == 8) {
            report.goal(what, visitors.millis(.99) < 50, "p99 under 50 ms", measured, values);
        } else if (together == 4) {
            report.goal(what, millis <= 3, "at most 3 ms of processor", measured, values);
        } else {
            report.figure(what, measured, values);
        }
        return visitors.rate();
    }

    private void bounded() throws Exception {
        double thousand = median(path("month", Crowd.OF_1000.atDay(11).toString()));
        double tenThousand = median(path("month", Crowd.OF_10000.atDay(11).toString()));
        report.goal(
                "Month of 10,000 pins against one of 1,000, median",
                tenThousand <= thousand * 4,
                "at most 4 ×",
                "%.2f ms, %.2f ms: %.2f ×",
                thousand,
                tenThousand,
                tenThousand / thousand);
    }

    private double median(String path) throws Exception {
        warm(path);
        return Visitors.ask(1, SECONDS, () -> site.page(path, false)).millis(.5);
    }

    /** The page, its queries and its HTML, each after the other and that again: a machine has its moods. */
    private void beside(Connection database) throws Exception {
        String path = path("month", Crowd.OF_1000.atDay(11).toString());
        Statements statements =
                Statements.of(database, FOLDER.resolve("pg/postgres.log"), CHIPS, () -> site.get(path, false));
        report.figure(
                "Month of 1,000 pins: statements of the page, the signed-in member's and the filters' choices among them",
                "%d",
                statements.size());
        byte[] html = site.html(path);
        HttpServer memory = memory(html);
        try {
            Site still = new Site("http://127.0.0.1:" + memory.getAddress().getPort(), "");
            double page = 0;
            double queries = 0;
            double bytes = 0;
            for (int turn = 0; turn < 3; turn++) {
                page += rate("Month of 1,000 pins, turn " + (turn + 1), path, 4);
                queries += Visitors.ask(4, SECONDS, () -> statements.on(connection(server)))
                        .rate();
                bytes += Visitors.ask(4, SECONDS, () -> still.page("/", false)).rate();
            }
            report.goal(
                    "Month of 1,000 pins, 4 at once, against its own queries by plain JDBC",
                    page >= queries / 3,
                    "at least 1/3",
                    "%.0f/s against %.0f/s: %.2f",
                    page / 3,
                    queries / 3,
                    page / queries);
            report.figure("The same HTML from memory, 4 at once", "%.0f/s", bytes / 3);
        } finally {
            memory.stop(0);
        }
    }

    private static HttpServer memory(byte[] html) throws IOException {
        HttpServer memory = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        memory.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        memory.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        memory.start();
        return memory;
    }

    private void warm(String path) throws Exception {
        Visitors.ask(4, SECONDS, () -> site.page(path, false));
    }

    private long cpu() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(FOLDER.resolve("pg/data/postmaster.pid"))
                .get(0)
                .strip());
        return Cpu.millis(app.pid()) + Cpu.millis(postmaster);
    }

    private static String path(String view, String on) {
        return "/calendar?view=" + view + "&on=" + on;
    }

    private static Connection connection(OwnServer postgres) throws SQLException {
        return postgres.connect("pinplan");
    }
}

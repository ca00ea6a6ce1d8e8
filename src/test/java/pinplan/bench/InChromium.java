package pinplan.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import pinplan.support.Chromium;

/** A month of 500 pins in a browser whose processor is slowed to a quarter, beside FullCalendar with the same pins. */
final class InChromium {
    private static final int TURNS = 5;
    private static final int SLOWED = 4;
    /** Long enough for all that a page does by itself after it is there. */
    private static final int SETTLED = 3_000;

    /** What the browser says of a page, and when the last of so many things was drawn in each row that reaches into the window. */
    private static final String WATCH = """
            window.seen = { largest: 0, shift: 0, blocked: 0, last: 0 };
            new PerformanceObserver(list => { for (const e of list.getEntries()) seen.largest = e.startTime; })
              .observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value; })
              .observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver(list => { for (const e of list.getEntries()) seen.blocked += Math.max(0, e.duration - 50); })
              .observe({ type: 'longtask', buffered: true });
            const drawn = thing => thing.checkVisibility({ contentVisibilityAuto: true });
            const look = () => {
              const rows = [...document.querySelectorAll('ROWS')].filter(row => row.getBoundingClientRect().top < innerHeight);
              if (rows.every(row => [...row.querySelectorAll('THINGS')].every(drawn))) seen.last = performance.now();
              else requestAnimationFrame(look);
            };
            new MutationObserver((records, watch) => {
              if (document.querySelectorAll('THINGS').length < COUNT) return;
              watch.disconnect();
              // A frame ends before the next one begins.
              requestAnimationFrame(() => requestAnimationFrame(look));
            }).observe(document, { childList: true, subtree: true });""";

    /** Only while they are counted: to ask for each frame makes work of its own. */
    private static final String FRAMES = """
            window.frameCount = 0;
            const frame = () => { frameCount++; requestAnimationFrame(frame); };
            requestAnimationFrame(frame);""";

    private record Seen(
            Blocked alone,
            double largest,
            double shift,
            double blocked,
            double last,
            double nodes,
            int requests,
            long bytes) {}

    /** @param sincePaint what the term means: from the first paint with content on */
    private record Blocked(double sincePaint, double sinceStart) {}

    private final Site site;
    private final String path;

    InChromium(Site site, String path) {
        this.site = site;
        this.path = path;
    }

    void measure(Report report) throws Exception {
        Document month = Jsoup.parse(new String(site.html(path), StandardCharsets.UTF_8));
        List<Element> chips = month.select(".month .chip");
        HttpServer other = fullCalendar(month);
        List<Seen> ours = new ArrayList<>();
        List<Seen> theirs = new ArrayList<>();
        double frames;
        try {
            String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
            for (int turn = 0; turn < TURNS; turn++) {
                ours.add(load(site.address() + path, ".month .week", ".chip", chips.size()));
                theirs.add(load(address, ".fc-daygrid-body tr", ".fc-daygrid-event-harness", chips.size()));
            }
            frames = frames();
        } finally {
            other.stop(0);
        }
        report(report, ours, theirs, frames);
    }

    private static void report(Report report, List<Seen> ours, List<Seen> theirs, double frames) throws IOException {
        String what = "Month of 500 pins in Chromium, slowed %d ×: ".formatted(SLOWED);
        double largest = median(ours, Seen::largest);
        report.goal(what + "largest paint", largest < 1500, "under 1,500 ms", "%.0f ms", largest);
        double shift = median(ours, Seen::shift);
        report.goal(what + "layout shift", shift <= .01, "at most 0.01", "%.4f", shift);
        double blocked = median(ours, seen -> seen.alone().sincePaint());
        report.goal(what + "total blocking time", blocked <= 50, "at most 50 ms", "%.0f ms", blocked);
        report.figure(
                what + "the same, what comes before the first paint too",
                "%.0f ms",
                median(ours, seen -> seen.alone().sinceStart()));
        report.figure(what + "blocking time while it is watched", "%.0f ms", median(ours, Seen::blocked));
        double nodes = median(ours, Seen::nodes);
        report.goal(what + "nodes", nodes <= 3000, "at most 3,000", "%.0f", nodes);
        double last = median(ours, Seen::last);
        double others = median(theirs, Seen::last);
        report.figure(what + "FullCalendar's largest paint", "%.0f ms", median(theirs, Seen::largest));
        report.figure(
                what + "FullCalendar's total blocking time, and what comes before the first paint too",
                "%.0f ms, %.0f ms",
                median(theirs, seen -> seen.alone().sincePaint()),
                median(theirs, seen -> seen.alone().sinceStart()));
        report.goal(
                what + "time to the last chip, against FullCalendar's",
                last <= others / 3,
                "at most 1/3",
                "%.0f ms against %.0f ms: %.2f",
                last,
                others,
                last / others);
        report.goal(what + "frames while dragging", frames >= 50, "at least 50/s", "%.0f/s", frames);
        Seen first = ours.get(0);
        report.goal(
                "First visit without pin images",
                first.requests() <= 10 && first.bytes() <= 100_000,
                "at most 10 requests and 100 kB",
                "%d requests, %,d bytes; and one line that stays open",
                first.requests(),
                first.bytes());
    }

    private static double median(List<Seen> all, Function<Seen, Double> what) {
        List<Double> each = new ArrayList<>(all.stream().map(what).toList());
        Collections.sort(each);
        return each.get(each.size() / 2);
    }

    /** Twice, each time with nothing kept from before: left alone, and watched. */
    private Seen load(String address, String rows, String things, int count) {
        Blocked alone = alone(address);
        AtomicInteger requests = new AtomicInteger();
        long[] bytes = {0};
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.onRequestFinished(request -> {
                String url = request.url();
                if (url.startsWith("data:") || url.contains("/media/") || url.contains("/live")) return;
                requests.incrementAndGet();
                bytes[0] += request.sizes().responseBodySize;
            });
            context.addInitScript(
                    WATCH.replace("ROWS", rows).replace("THINGS", things).replace("COUNT", String.valueOf(count)));
            slow(context, page);
            page.navigate(address);
            page.waitForTimeout(SETTLED);
            Map<?, ?> seen = (Map<?, ?>) page.evaluate("seen");
            return new Seen(
                    alone,
                    number(seen, "largest"),
                    number(seen, "shift"),
                    number(seen, "blocked"),
                    number(seen, "last"),
                    ((Number) page.evaluate("document.querySelectorAll('*').length")).doubleValue(),
                    requests.get(),
                    bytes[0]);
        }
    }

    /** How long the page keeps hands waiting that nobody watches: drawing too, which is no long task to a page without a script in it. */
    private Blocked alone(String address) {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            slow(context, page);
            Browser browser = Chromium.running();
            browser.startTracing(page, new Browser.StartTracingOptions().setCategories(List.of("toplevel", "loading")));
            page.navigate(address);
            page.waitForTimeout(SETTLED);
            return blocked(browser.stopTracing());
        }
    }

    /** On the thread that painted, which is the page's: a browser keeps another in reserve. */
    private static Blocked blocked(byte[] trace) {
        List<JsonObject> tasks = new ArrayList<>();
        JsonObject paint = null;
        for (JsonElement each : JsonParser.parseString(new String(trace, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonArray("traceEvents")) {
            JsonObject event = each.getAsJsonObject();
            String name = event.get("name").getAsString();
            if (name.equals("ThreadControllerImpl::RunTask") && event.has("dur")) {
                tasks.add(event);
            } else if (name.equals("firstContentfulPaint")) {
                paint = event;
            }
        }
        String page = thread(paint);
        tasks.removeIf(task -> !thread(task).equals(page));
        return new Blocked(beyond(tasks, paint.get("ts").getAsDouble()), beyond(tasks, 0));
    }

    /** Of each long task what is beyond 50 ms, from a moment on; of one that has begun before it, what is left of it then. */
    private static double beyond(List<JsonObject> tasks, double since) {
        return tasks.stream()
                .mapToDouble(task -> {
                    double begin = task.get("ts").getAsDouble();
                    double end = begin + task.get("dur").getAsDouble();
                    return Math.max(0, (end - Math.max(begin, since)) / 1000 - 50);
                })
                .sum();
    }

    private static String thread(JsonObject event) {
        return event.get("pid") + " " + event.get("tid");
    }

    private double frames() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            slow(context, page);
            page.navigate(site.address() + path);
            page.waitForTimeout(SETTLED);
            page.evaluate(FRAMES);
            Locator chip = page.locator(".month .chip:not([data-still])").first();
            chip.scrollIntoViewIfNeeded();
            BoundingBox box = chip.boundingBox();
            page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            page.mouse().down();
            page.mouse().move(box.x + 30, box.y + 30);
            double before = ((Number) page.evaluate("frameCount")).doubleValue();
            long from = System.nanoTime();
            for (int step = 0; step < 240; step++) {
                page.mouse().move(400 + (step * 13) % 700, 350 + (step * 7) % 400);
            }
            double after = ((Number) page.evaluate("frameCount")).doubleValue();
            double seconds = (System.nanoTime() - from) / 1e9;
            page.keyboard().press("Escape");
            page.mouse().up();
            return (after - before) / seconds;
        }
    }

    private static double number(Map<?, ?> seen, String what) {
        return ((Number) seen.get(what)).doubleValue();
    }

    private BrowserContext context() {
        BrowserContext context =
                Chromium.running().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        String[] cookie = site.cookie().split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(site.address())));
        return context;
    }

    private static void slow(BrowserContext context, Page page) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWED);
        context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
    }

    /** The pins that stand in our month, and for the rest of each day as many more. */
    private static HttpServer fullCalendar(Document month) throws IOException {
        List<String> events = new ArrayList<>();
        String date = "";
        for (Element day : month.select(".month [data-day]:not(.out)")) {
            date = day.attr("data-day");
            List<Element> chips = day.select(".chip");
            Element more = day.selectFirst(".more");
            int all = chips.size()
                    + (more == null ? 0 : Integer.parseInt(more.text().replaceAll("\\D", "")));
            for (int i = 0; i < all; i++) {
                Element chip = chips.get(Math.min(i, chips.size() - 1));
                events.add("{\"id\":\"%s-%d\",\"title\":\"%s\",\"start\":\"%s\"}"
                        .formatted(
                                date,
                                i,
                                chip.select(".chip-title").text(),
                                chip.selectFirst("time").attr("datetime")));
            }
        }
        String html = new String(resource("/bench/fullcalendar.html"), StandardCharsets.UTF_8)
                .replace("PINS", "[" + String.join(",", events) + "]")
                .replace("DATE", date);
        byte[] script = resource("/META-INF/resources/webjars/fullcalendar/6.1.15/index.global.min.js");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/", exchange -> send(exchange, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/fullcalendar.js", exchange -> send(exchange, "text/javascript", script));
        server.start();
        return server;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = InChromium.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

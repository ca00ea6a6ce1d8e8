package pinplan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import pinplan.database.OwnServer;
import pinplan.support.PackagedApp;

/**
 * Whether the desk and a pin's page are as fast with 2,000 pins in review and 100,000 comments, events and notifications each
 * as with ten pins. It measures and asserts nothing: bin/bench review. Needs {@code package} to have run.
 */
class ReviewBench {
    private static final double SECONDS = Integer.getInteger("pinplan.seconds", 8);
    private static final double WARM = Integer.getInteger("pinplan.warm", 45);
    private static final int FEW = 10;
    private static final int MANY = 2_000;
    private static final int SAID = 100_000;
    private static final Path FOLDER = Path.of("target", "review-bench");

    private final Report report = new Report(Path.of("target", "review-bench.md"), "How fast review is");
    private Site site;
    private Connection database;

    @Test
    void measures() throws Exception {
        Files.createDirectories(FOLDER);
        try (OwnServer postgres = new OwnServer(FOLDER.resolve("pg").toAbsolutePath());
                Connection connection = postgres.connect("pinplan");
                PackagedApp packaged = PackagedApp.start(FOLDER, Site.environment(postgres))) {
            database = connection;
            site = Site.signedIn(packaged);
            begin();
            pins(FEW, 0);
            said(FEW * 10);
            run("vacuum analyze");
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("Desk", "/review");
            pages.put("A pin's page", "/pins/" + first());
            pages.put("Inbox", "/inbox");
            pages.put("Activity", "/activity");
            pages.put("Month", "/calendar?view=month");
            for (String path : pages.values()) {
                Visitors.ask(4, WARM / pages.size(), () -> site.page(path, false));
            }
            Map<String, Double> few = medians(pages);
            pins(MANY - FEW, FEW);
            said(SAID - FEW * 10);
            run("vacuum analyze");
            Map<String, Double> many = medians(pages);
            few.forEach((name, before) -> goal(name, before, many.get(name)));
            report.end();
        }
    }

    private void goal(String name, double before, double after) {
        try {
            report.goal(
                    "%s, median, %,d pins in review and %,d comments, events and news against %d and %d"
                            .formatted(name, MANY, SAID, FEW, FEW * 10),
                    after <= before * 1.3,
                    "at most 1.3 ×",
                    "%.1f ms, %.1f ms: %.2f ×",
                    before,
                    after,
                    after / before);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, Double> medians(Map<String, String> pages) throws Exception {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Visitors.ask(1, SECONDS / 2, () -> site.page(page.getValue(), false));
            medians.put(
                    page.getKey(),
                    Visitors.ask(1, SECONDS, () -> site.page(page.getValue(), false))
                            .millis(.5));
        }
        return medians;
    }

    // ---- what is looked at ----

    /** An account, a board, a picture, and somebody else who writes the pins. */
    private void begin() throws SQLException {
        run(
                "insert into member (id, email, name, password_hash, created_at) values (9000, 'tom@team.example', 'Tom', '-', now())");
        run("insert into membership (id, workspace_id, member_id, role, joined_at)"
                + " select 9000, min(id), 9000, 'CREATOR', now() from workspace");
        run("insert into account (id, workspace_id, publer_id, name, seen_at)"
                + " select 9000, min(id), 'acc', 'Kitchen Garden', now() from workspace");
        run("insert into board (id, workspace_id, account_id, publer_id, name, seen_at)"
                + " select 9000, min(id), 9000, '1', 'Recipes', now() from workspace");
        run("insert into media (id, workspace_id, kind, origin, file_name, content_type, byte_count, width, height,"
                + " sha256, store_key, added_by_id, added_at) select 9000, min(id), 'PHOTO', 'UPLOAD', 'tart.jpg', 'image/jpeg',"
                + " 90000, 1000, 1500, repeat('ab', 32), repeat('cd', 16), 9000, now() from workspace");
    }

    /** Submitted pins, the first of them to go out first. */
    private void pins(int count, int from) throws SQLException {
        String each = " from workspace w, generate_series(%d, %d) n".formatted(from + 1, from + count);
        run(
                "insert into pin (id, workspace_id, author_id, title, description, link, final_link, account_id, board_id, planned_for,"
                        + " planned_zone, publish_at, editorial, status, created_at, updated_at)"
                        + " select 100000 + n, w.id, 9000, 'Lemon tart ' || n, 'Bright and quick.', 'https://example.org/' || n,"
                        + " 'https://example.org/' || n, 9000, 9000,"
                        + " date_trunc('minute', now()) at time zone 'Europe/Berlin' + n * interval '1 hour', 'Europe/Berlin',"
                        + " date_trunc('minute', now()) + n * interval '1 hour', 'IN_REVIEW', 'IN_REVIEW', now(), now()"
                        + each);
        run("insert into pin_media (pin_id, position, media_id) select 100000 + n, 0, 9000" + each);
        run("insert into revision (id, pin_id, number, content, fingerprint, made_by_id, made_at)"
                + " select 100000 + n, 100000 + n, 1, jsonb_build_object('title', 'Lemon tart ' || n, 'description', 'Bright and quick.',"
                + " 'link', 'https://example.org/' || n, 'publerAccount', 'acc', 'publerBoard', '1', 'pictures', '[]'::jsonb),"
                + " md5(n::text), 9000, now()" + each);
        run("update pin set revision_id = id where id between %d and %d"
                .formatted(100000 + from + 1, 100000 + from + count));
        run("insert into review (id, workspace_id, pin_id, revision_id, steps, asked_by_id, asked_at)"
                + " select 100000 + n, w.id, 100000 + n, 100000 + n,"
                + " '{\"steps\": [{\"everyone\": false, \"role\": \"APPROVER\", \"people\": []}]}', 9000, now()"
                + each);
    }

    /** Comments, events and news, on all pins alike but for the first, which has as much as before. */
    private void said(int count) throws SQLException {
        String pin = "(select array_agg(id order by id) as ids from pin) p";
        String each = " from workspace w, generate_series(1, %d) n, %s".formatted(count, pin);
        String on =
                "p.ids[case when cardinality(p.ids) > %d then 2 + n %% (cardinality(p.ids) - 1) else 1 + n %% cardinality(p.ids) end]"
                        .formatted(FEW);
        run("insert into comment (id, workspace_id, pin_id, audience, author_id, text, made_at)"
                + " select nextval('comment_seq') * 50, w.id, " + on
                + ", 'INTERNAL', 9000, 'A little more basil?', now()" + each);
        run("insert into pin_event (id, workspace_id, pin_id, kind, actor_id, happened_at)"
                + " select nextval('pin_event_seq') * 50, w.id, " + on + ", 'EDITED', 9000, now()" + each);
        run("insert into activity (id, workspace_id, topic, pin_id, thing, actor_id, who, words, happened_at)"
                + " select nextval('activity_seq') * 50, w.id, 'PINS', " + on
                + ", 'Lemon tart', 9000, 'Tom', 'edited', now()"
                + each);
        untilSealed();
        run("insert into notification (id, workspace_id, member_id, news, pin_id, actor_id, happened_at)"
                + " select nextval('notification_seq'), w.id, (select min(id) from member), 'COMMENTED', " + on
                + ", 9000, now()"
                + each);
    }

    /** What goes on beside it is no part of what is measured. */
    private void untilSealed() throws SQLException {
        while (number("select count(*) from unsealed") > 0) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private long first() throws SQLException {
        return number("select min(id) from pin");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

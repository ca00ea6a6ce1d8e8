package pinplan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;

/** Fifty workspaces with a million pins between them; in one of them are the months that are looked at. */
final class Crowd {
    static final YearMonth OF_500 = YearMonth.of(2027, 3);
    static final YearMonth OF_1000 = YearMonth.of(2027, 5);
    static final YearMonth OF_10000 = YearMonth.of(2027, 7);
    private static final int WORKSPACES = 50;
    private static final int BOARDS = 40;

    private final Connection database;

    Crowd(Connection database) {
        this.database = database;
    }

    /** What one team has: four accounts with ten boards each, eight campaigns, pictures; and the months that are looked at. */
    void begin() throws SQLException {
        things("(select id from workspace)");
        pins(1, 500, OF_500.atDay(1), OF_500.lengthOfMonth());
        pins(1, 500, LocalDate.of(2026, 1, 1), 120);
        analyze();
    }

    /** The other months, the other teams, and years of both. */
    void fill(int pins) throws SQLException {
        run("""
                insert into workspace select (jsonb_populate_record(w, jsonb_build_object(
                  'id', nextval('workspace_seq') + 1000 + n, 'name', 'Team ' || n))).*
                from workspace w, generate_series(1, %d) n""".formatted(WORKSPACES - 1));
        things("(select id from workspace where id > (select min(id) from workspace))");
        pins(1, 1000, OF_1000.atDay(1), OF_1000.lengthOfMonth());
        pins(1, 10_000, OF_10000.atDay(1), OF_10000.lengthOfMonth());
        pins(1, 8_000, LocalDate.of(2027, 9, 1), 400);
        pins(WORKSPACES, pins - 20_000, LocalDate.of(2025, 1, 1), 1400);
        analyze();
    }

    private void things(String workspaces) throws SQLException {
        run("""
                insert into account (id, workspace_id, publer_id, name, seen_at)
                select nextval('account_seq') * 50 + n, w.id, 'acc' || n, 'Account ' || n, now()
                from %s w, generate_series(1, 4) n""".formatted(workspaces));
        run("""
                insert into board (id, workspace_id, account_id, publer_id, name, seen_at)
                select nextval('board_seq') * 50 + n, a.workspace_id, a.id, n::text, 'Board ' || n, now()
                from account a, generate_series(1, %d) n where a.workspace_id in %s""".formatted(BOARDS / 4, workspaces));
        run("""
                insert into campaign (id, workspace_id, name, colour, created_at)
                select nextval('campaign_seq') * 50 + n, w.id, 'Campaign ' || n,
                  (array['BERRY', 'BRICK', 'AMBER', 'OLIVE', 'FERN', 'PINE', 'TEAL', 'LAKE'])[n], now()
                from %s w, generate_series(1, 8) n""".formatted(workspaces));
        run("""
                insert into media (id, workspace_id, kind, origin, file_name, content_type, byte_count, width, height,
                  sha256, store_key, added_by_id, added_at)
                select nextval('media_seq') * 50 + n, w.id, 'PHOTO', 'UPLOAD', 'tart.jpg', 'image/jpeg', 90000, 1000, 1500,
                  md5(w.id || '-' || n) || md5(n || '-' || w.id), md5(w.id || ' ' || n), (select min(id) from member), now()
                from %s w, generate_series(1, 100) n""".formatted(workspaces));
    }

    /** Spread evenly over workspaces, days and hours, in every status, each with a picture. */
    private void pins(int workspaces, int pins, LocalDate from, int days) throws SQLException {
        run("""
                with place as (
                  select array(select id from workspace order by id limit %1$d) as workspaces),
                made as (
                  select nextval('pin_seq') * 50 as id, workspaces[1 + n %% %1$d] as workspace, n,
                    date '%3$s' + (n * 7919 %% %4$d)::int as on_day, (n * 104729 %% 1440)::int as minute
                  from place, generate_series(0::bigint, %2$d - 1) n),
                boards as (
                  select workspace_id, array_agg(id order by id) as ids, array_agg(account_id order by id) as accounts
                  from board group by 1),
                campaigns as (select workspace_id, array_agg(id order by id) as ids from campaign group by 1),
                pictures as (select workspace_id, array_agg(id order by id) as ids from media group by 1),
                pins as (
                  insert into pin (id, workspace_id, author_id, title, description, link, final_link, account_id, board_id, campaign_id,
                    planned_for, planned_zone, publish_at, status, created_at, updated_at)
                  select made.id, made.workspace, (select min(id) from member), 'Lemon tart with basil, number ' || n,
                    'Bright and quick: five ingredients, no oven.', 'https://example.org/recipes/' || n, 'https://example.org/recipes/' || n,
                    boards.accounts[1 + n %% %5$d], boards.ids[1 + n %% %5$d], campaigns.ids[1 + n %% 8],
                    on_day + make_interval(mins => minute), 'Europe/Berlin',
                    (on_day + make_interval(mins => minute)) at time zone 'Europe/Berlin',
                    (array['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'SCHEDULED', 'PUBLISHED'])[1 + n %% 6],
                    now(), now()
                  from made join boards on boards.workspace_id = made.workspace
                    join campaigns on campaigns.workspace_id = made.workspace)
                insert into pin_media (pin_id, position, media_id)
                select made.id, 0, pictures.ids[1 + n %% 100] from made join pictures on pictures.workspace_id = made.workspace
                """.formatted(workspaces, pins, from, days, BOARDS));
    }

    private void analyze() throws SQLException {
        run("vacuum analyze");
        run("checkpoint");
    }

    /** Without the triggers and checks of single rows: what is made here is right by its making. */
    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}

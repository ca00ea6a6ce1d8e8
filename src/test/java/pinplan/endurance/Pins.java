package pinplan.endurance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import pinplan.database.OwnServer;
import pinplan.pin.Content;

/** Approved pins with their orders, written as the model leaves them: real time passes here, and pages would need an application. */
final class Pins {
    private static final String LINK = "https://example.org/endurance/";

    private static final String WRITE = """
            with ids as (select nextval('pin_seq') pin, nextval('revision_seq') revision, nextval('publication_seq') publication),
            given as (select ids.*, ?::bigint workspace, ?::bigint member, ?::text title, ?::text description, ?::text link,
                ?::bigint account, ?::bigint board, ?::timestamptz publish_at, ?::boolean publish_now, ?::text fingerprint,
                ?::jsonb content, ?::bigint media, ?::text alt, ?::text publer_account, ?::timestamptz due,
                clock_timestamp() now from ids),
            i as (insert into pin (id, workspace_id, author_id, title, description, link, final_link, account_id, board_id,
                planned_for, planned_zone, publish_at, publish_now, editorial, publishing, status, revision_id, approved_fingerprint,
                created_at, updated_at)
                select pin, workspace, member, title, description, link, link, account, board, publish_at at time zone 'UTC',
                'UTC', publish_at, publish_now, 'APPROVED', 'PENDING', 'APPROVED', revision, fingerprint, now, now from given),
            m as (insert into pin_media (pin_id, position, media_id, alt_text) select pin, 0, media, alt from given),
            r as (insert into revision (id, pin_id, number, content, fingerprint, made_by_id, made_at)
                select revision, pin, 1, content, fingerprint, member, now from given)
            insert into publication (id, workspace_id, pin_id, revision_id, publer_account_id, state, publish_at, wanted_at,
                zone, publish_now, due_at, ordered_at, settled_at)
                select publication, workspace, pin, revision, publer_account, 'PENDING', publish_at, publish_at, 'UTC',
                publish_now, due, now, now from given""";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final OwnServer server;
    private final String database;

    Pins(OwnServer server) {
        this(server, "pinplan");
    }

    Pins(OwnServer server, String database) {
        this.server = server;
        this.database = database;
    }

    /** How a pin stands in Pinplan. */
    record Standing(String link, String state, String status, String reason) {
        boolean settled() {
            return List.of("PUBLISHED", "REJECTED", "NEEDS_REVIEW", "CANCELLED").contains(state);
        }

        boolean published() {
            return status.equals("PUBLISHED");
        }

        /** Somebody sees that it asks for them. */
        boolean held() {
            return status.equals("FAILED") || status.equals("OUTCOME_UNKNOWN");
        }
    }

    /** To be handed over at once, and to go out at that minute. @return its link, which no other pin has */
    String ahead(Place place, Instant at) throws Exception {
        return write(place, at, false, Instant.now());
    }

    /** Not to be handed over before that. */
    String ahead(Place place, Instant at, Instant due) throws Exception {
        return write(place, at, false, due);
    }

    String now(Place place) throws Exception {
        Instant now = Instant.now();
        return write(place, now.truncatedTo(ChronoUnit.MINUTES), true, now);
    }

    /** To be published at that minute, without being handed over before. */
    String atIts(Instant minute, Place place) throws Exception {
        return write(place, minute, true, minute);
    }

    /** So many minutes from now, on the minute. */
    static Instant in(int minutes) {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(minutes, ChronoUnit.MINUTES);
    }

    private String write(Place place, Instant at, boolean now, Instant due) throws Exception {
        int number = NUMBERS.incrementAndGet();
        Content content = place.content("Tart " + number, LINK + number);
        Object[] given = {
            place.workspace(),
            place.member(),
            content.title(),
            content.description(),
            content.link(),
            place.account(),
            place.board(),
            Timestamp.from(at),
            now,
            content.fingerprint(),
            new ObjectMapper().writeValueAsString(content),
            place.media(),
            Place.ALT_TEXT,
            place.publerAccount(),
            Timestamp.from(due)
        };
        try (Connection connection = server.connect(database);
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (int i = 0; i < given.length; i++) write.setObject(i + 1, given[i]);
            write.executeUpdate();
        }
        return content.link();
    }

    Standing standing(String link) throws SQLException {
        return all().stream()
                .filter(each -> each.link().equals(link))
                .findFirst()
                .orElseThrow();
    }

    List<Standing> all() throws SQLException {
        try (Connection connection = server.connect(database);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select i.link, p.state, i.status, p.reason from pin i join publication p"
                                + " on p.pin_id = i.id where i.link like '" + LINK + "%' order by p.id")) {
            List<Standing> all = new ArrayList<>();
            while (row.next()) {
                all.add(new Standing(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
            return all;
        }
    }
}

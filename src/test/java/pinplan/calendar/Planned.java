package pinplan.calendar;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.campaign.Moment;
import pinplan.campaign.MomentFields;
import pinplan.campaign.MomentKind;
import pinplan.media.Kind;
import pinplan.media.Media;
import pinplan.media.Origin;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.support.People;
import pinplan.team.Role;

/** Rows for the calendar to show: any status at any time, also where the model would refuse it by now. */
public final class Planned {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    private final People people;
    public final Account account;
    public final Board board;
    private Campaign campaign;
    private Media picture;
    private PinStatus status = PinStatus.DRAFT;

    public Planned(People people) {
        this.people = people;
        account = account("Kitchen Garden");
        board = board(account, "Recipes");
    }

    public Account account(String name) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account made = new Account();
            made.workspace = people.workspace;
            made.publerId = UUID.randomUUID().toString();
            made.name = name;
            made.seenAt = NOW;
            made.persist();
            return made;
        });
    }

    public Board board(Account of, String name) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Board made = new Board();
            made.workspace = people.workspace;
            made.account = of;
            made.publerId = UUID.randomUUID().toString();
            made.name = name;
            made.seenAt = NOW;
            made.persist();
            return made;
        });
    }

    public Campaign campaign(String name, Colour colour) {
        return campaign(name, colour, null, null);
    }

    public Campaign campaign(String name, Colour colour, LocalDate startsOn, LocalDate endsOn) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Campaign made = new Campaign();
            made.workspace = people.workspace;
            made.name = name;
            made.colour = colour;
            made.startsOn = startsOn;
            made.endsOn = endsOn;
            made.createdAt = NOW;
            made.persist();
            return made;
        });
    }

    /** @param lead how many days lead to it; null: a note */
    public Moment moment(String name, String from, String until, Integer lead) {
        MomentFields fields = new MomentFields(
                lead == null ? MomentKind.NOTE : MomentKind.MOMENT,
                name,
                LocalDate.parse(from),
                LocalDate.parse(until),
                lead == null ? 0 : lead,
                lead == null ? null : Colour.PLUM,
                "");
        return QuarkusTransaction.requiringNew().call(() -> Moment.begin(people.workspace, fields, NOW));
    }

    /** Of the pins that follow. */
    public Planned of(Campaign campaign) {
        this.campaign = campaign;
        return this;
    }

    public Planned as(PinStatus status) {
        this.status = status;
        return this;
    }

    public Planned withPicture(Media stored) {
        picture = stored;
        return this;
    }

    /** For pages that are only read: the file itself is missing. */
    public Planned withPicture() {
        return withPicture(1000, 1500);
    }

    public Planned withPicture(int width, int height) {
        picture = QuarkusTransaction.requiringNew().call(() -> {
            Media made = new Media();
            made.workspace = people.workspace;
            made.kind = Kind.PHOTO;
            made.origin = Origin.UPLOAD;
            made.fileName = "tart.jpg";
            made.contentType = "image/jpeg";
            made.byteCount = 1000;
            made.width = width;
            made.height = height;
            made.sha256 = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
            made.storeKey = UUID.randomUUID().toString().replace("-", "");
            made.addedBy = people.member(Role.CREATOR);
            made.addedAt = NOW;
            made.persist();
            return made;
        });
        return this;
    }

    /** @param at a wall clock of the workspace, or null */
    public long pin(String title, String at) {
        return pin(title, at, board);
    }

    public long pin(String title, String at, Board on) {
        return QuarkusTransaction.requiringNew().call(() -> {
            PlannedTime time = at == null ? null : new PlannedTime(LocalDateTime.parse(at), people.workspace.zone);
            Long id = ((Number) Panache.getEntityManager()
                            .createNativeQuery("select nextval('pin_seq')")
                            .getSingleResult())
                    .longValue();
            Panache.getEntityManager()
                    .createNativeQuery("""
                            insert into pin (id, workspace_id, author_id, title, description, link, account_id, board_id,
                              campaign_id, planned_for, planned_zone, publish_at, status, created_at, updated_at)
                            values (?1, ?2, ?3, ?4, 'With basil', 'https://example.org/tart', ?5, ?6,
                              cast(?7 as bigint), cast(?8 as timestamp), cast(?9 as text), cast(?10 as timestamptz), ?11,
                              cast(?12 as timestamptz), cast(?12 as timestamptz))""")
                    .setParameter(1, id)
                    .setParameter(2, people.workspace.id)
                    .setParameter(3, people.member(Role.CREATOR).id)
                    .setParameter(4, title)
                    .setParameter(5, on.account.id)
                    .setParameter(6, on.id)
                    .setParameter(7, campaign == null ? null : campaign.id.toString())
                    .setParameter(8, time == null ? null : time.local().toString())
                    .setParameter(9, time == null ? null : time.zone().getId())
                    .setParameter(10, time == null ? null : time.instant().toString())
                    .setParameter(11, status.name())
                    .setParameter(12, NOW.toString())
                    .executeUpdate();
            if (picture != null) {
                Panache.getEntityManager()
                        .createNativeQuery("insert into pin_media (pin_id, position, media_id) values (?1, 0, ?2)")
                        .setParameter(1, id)
                        .setParameter(2, picture.id)
                        .executeUpdate();
            }
            return id;
        });
    }
}

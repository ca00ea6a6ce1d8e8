package pinplan.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.board.BoardSync;
import pinplan.board.PublerEnvironment;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.media.Intake;
import pinplan.media.Media;
import pinplan.media.Refusal;
import pinplan.notification.Notification;
import pinplan.pin.Actor;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OwnAddress;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxAccount;
import pinplan.publer.sandbox.SandboxWorld;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Passwords;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** Makes the demo workspace and everything in it. */
@ApplicationScoped
class Demo {
    static final String PASSWORD = "pinplan-demo";

    private static final Map<Role, String> NAMES = Map.of(
            Role.OWNER, "Olive Owner",
            Role.APPROVER, "Avery Approver",
            Role.CREATOR, "Chris Creator",
            Role.VIEWER, "Vera Viewer");

    private static final int PICTURES = 24;

    private final Passwords passwords;
    private final PublerEnvironment environment;
    private final BoardSync boards;
    private final Sandbox sandbox;
    private final KeyBox box;
    private final Intake intake;
    private final Removal removal;
    private final Clock clock;

    Demo(
            Passwords passwords,
            PublerEnvironment environment,
            BoardSync boards,
            Sandbox sandbox,
            KeyBox box,
            Intake intake,
            Removal removal,
            Clock clock) {
        this.passwords = passwords;
        this.environment = environment;
        this.boards = boards;
        this.sandbox = sandbox;
        this.box = box;
        this.intake = intake;
        this.removal = removal;
        this.clock = clock;
    }

    static String email(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT) + "@demo.example";
    }

    /**
     * At the sandbox all of it is one transaction; at somebody's Publer the boards are asked for in between. What fails leaves
     * nothing behind either way.
     *
     * @param permit asked for in the transaction that founds the workspace: what it did is undone with that
     */
    void make(ZoneId zone, Runnable permit) {
        List<Path> paintings = paint();
        try {
            if (environment.complete()) {
                long id = QuarkusTransaction.requiringNew().call(() -> founded(zone, permit).id);
                try {
                    boards.now(id);
                    QuarkusTransaction.requiringNew().timeout(300).run(() -> fill(Workspace.findById(id), paintings));
                } catch (RuntimeException half) {
                    removal.of(Workspace.findById(id));
                    throw half;
                }
            } else {
                QuarkusTransaction.requiringNew().timeout(300).run(() -> fill(founded(zone, permit), paintings));
            }
        } finally {
            paintings.forEach(Demo::discard);
        }
    }

    private Workspace founded(ZoneId zone, Runnable permit) {
        permit.run();
        Instant now = clock.instant();
        Workspace workspace = Workspace.founded("Kitchen & Garden", zone, now);
        workspace.demo = true;
        String hash = passwords.hash(PASSWORD);
        for (Role role : List.of(Role.OWNER, Role.APPROVER, Role.CREATOR, Role.VIEWER)) {
            Membership.begin(workspace, Member.called(NAMES.get(role), email(role), hash, now), role, now);
        }
        if (environment.complete()) {
            environment.connect(workspace);
        } else {
            connectToSandbox(workspace, now);
        }
        return workspace;
    }

    private void connectToSandbox(Workspace workspace, Instant now) {
        String key = Sandbox.newKey();
        SandboxWorld world = sandbox.create(key, workspace.name);
        for (int i = 0; i < Idea.ACCOUNTS.size(); i++) {
            SandboxAccount there = world.account(Idea.ACCOUNTS.get(i));
            Account account = new Account();
            account.workspace = workspace;
            account.publerId = there.publerId;
            account.name = there.name;
            account.type = there.type;
            account.seenAt = now;
            account.persist();
            for (String name : Idea.BOARDS.get(i)) {
                Board board = new Board();
                board.workspace = workspace;
                board.account = account;
                board.publerId = there.board(name).albumId;
                board.name = name;
                board.seenAt = now;
                board.persist();
            }
        }
        somebodyUsesPublerToo(world.accounts().get(0), now.atZone(workspace.zone));
        Connection.connect(workspace.id, OwnAddress.SANDBOX, key, world.publerWorkspaceId, workspace.name, box, now);
    }

    /** One that is out and one that waits; the calendar learns of them as it would of anybody's. */
    private static void somebodyUsesPublerToo(SandboxAccount account, ZonedDateTime now) {
        Map.of(-1L, "Market day: the first asparagus is here", 2L, "Join us on Saturday: pruning for beginners")
                .forEach((day, text) -> account.foreignPost(
                        now.plusDays(day).with(LocalTime.of(11, 7)).toInstant(),
                        text,
                        "https://example.org/market",
                        now.toInstant()));
    }

    private void fill(Workspace workspace, List<Path> paintings) {
        Map<Role, Actor> people = new EnumMap<>(Role.class);
        Membership.of(workspace).forEach(place -> people.put(place.role(), new Actor(place.member, place.role())));
        Actor creator = people.get(Role.CREATOR);
        List<Media> pictures = new ArrayList<>();
        for (int i = 0; i < paintings.size(); i++) {
            pictures.add(taken(workspace, creator.member(), paintings.get(i), "painting-%02d.jpg".formatted(i + 1)));
        }
        Instant now = clock.instant();
        Map<String, Campaign> campaigns = Map.of(
                Idea.BAKING,
                        campaign(
                                workspace, Idea.BAKING, "Sixty saves a week", Colour.values()[2], people, now, -10, 20),
                Idea.GARDEN,
                        campaign(
                                workspace,
                                Idea.GARDEN,
                                "Sell out the seed boxes",
                                Colour.values()[5],
                                people,
                                now,
                                -3,
                                40));
        Occasions.add(workspace, now);
        Phrases.add(workspace, campaigns.get(Idea.BAKING));
        new Month(
                        workspace,
                        creator,
                        people.get(Role.APPROVER),
                        campaigns,
                        Board.live(workspace),
                        pictures,
                        environment.complete(),
                        now)
                .make();
        // Nobody who comes into it wants to be told a whole month at once.
        Notification.delete("workspace = ?1 and happenedAt < ?2", workspace, now.minus(Duration.ofDays(1)));
        inOrder(workspace);
    }

    /** An inbox goes by the numbers of what it tells, and the month was made pin by pin. */
    private static void inOrder(Workspace workspace) {
        Notification.flush();
        Notification.getEntityManager()
                .createNativeQuery(
                        "update notification n set id = o.next from (select id, nextval('notification_seq') next"
                                + " from (select id from notification where workspace_id = ?1 order by happened_at, id) told) o"
                                + " where n.id = o.id")
                .setParameter(1, workspace.id)
                .executeUpdate();
    }

    private static Campaign campaign(
            Workspace workspace,
            String name,
            String goal,
            Colour colour,
            Map<Role, Actor> people,
            Instant now,
            int from,
            int to) {
        LocalDate today = LocalDate.ofInstant(now, workspace.zone);
        Campaign campaign = new Campaign();
        campaign.workspace = workspace;
        campaign.name = name;
        campaign.goal = goal;
        campaign.brief = "Warm light, one idea for each pin, and a title that fits the feed.";
        campaign.startsOn = today.plusDays(from);
        campaign.endsOn = today.plusDays(to);
        campaign.owner = people.get(Role.OWNER).member();
        campaign.colour = colour;
        campaign.target = 20;
        campaign.createdAt = now;
        campaign.persist();
        return campaign;
    }

    private Media taken(Workspace workspace, Member by, Path painting, String name) {
        try {
            return intake.upload(workspace, by, painting, name);
        } catch (Refusal refusal) {
            throw new IllegalStateException(refusal);
        }
    }

    private static List<Path> paint() {
        List<Path> paintings = new ArrayList<>();
        try {
            for (int i = 0; i < PICTURES; i++) {
                Path file = Files.createTempFile("pinplan-painting", ".jpg");
                paintings.add(file);
                Painting.paint(i, file);
            }
            return paintings;
        } catch (IOException e) {
            paintings.forEach(Demo::discard);
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path painting) {
        try {
            Files.deleteIfExists(painting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

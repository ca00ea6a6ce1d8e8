package pinplan.pin;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.media.Kind;
import pinplan.media.Media;
import pinplan.media.MediaStore;
import pinplan.media.Origin;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** A team with two accounts, their boards and pictures: all that a pin needs. */
public final class Kitchen {
    private static final byte[] PICTURE = jpeg(Color.PINK);

    public final People people = People.fresh();
    public final Account garden = account("Kitchen Garden");
    public final Account rooms = account("Small Rooms");
    public final Board recipes = board(garden, "Easter recipes");
    public final Board baking = board(garden, "Weeknight baking");
    public final Board balcony = board(rooms, "Balcony ideas");

    public Pages as(Role role) {
        return people.as(role);
    }

    public Actor actor(Role role) {
        return new Actor(people.member(role), role);
    }

    /** A pin as someone wrote it, with nothing missing. */
    public Pin draft(String title, Role by) {
        return draft(title, by, later(5));
    }

    public Pin draft(String title, Role by, LocalDateTime at) {
        return draft(title, by, at, picture());
    }

    Pin draft(String title, Role by, Media media) {
        return draft(title, by, later(5), media);
    }

    private Pin draft(String title, Role by, LocalDateTime at, Media media) {
        return write(() -> Pin.create(
                people.workspace,
                new PinFields(
                        title,
                        "Bright and quick.",
                        "https://example.org/tart",
                        garden,
                        recipes,
                        null,
                        at,
                        List.of(new Shot(media, "A slice"))),
                actor(by),
                now()));
    }

    public Pin inReview(String title) {
        Pin pin = draft(title, Role.CREATOR);
        return verb(pin, Role.CREATOR, Pin::submit);
    }

    public Pin approved(String title) {
        return approved(title, later(5));
    }

    public Pin approved(String title, LocalDateTime at) {
        Pin pin = verb(draft(title, Role.CREATOR, at), Role.CREATOR, Pin::submit);
        return verb(pin, Role.APPROVER, (p, by, now) -> p.approve(Seen.of(p).toString(), by, now));
    }

    public Pin verb(Pin pin, Role role, PinPage.Verb verb) {
        return write(() -> {
            Pin locked = Pin.locked(people.workspace, pin.id);
            verb.on(locked, actor(role), now());
            return locked;
        });
    }

    /** As it stands, with everything that is read of it loaded. */
    public <T> T read(Pin pin, java.util.function.Function<Pin, T> what) {
        return QuarkusTransaction.requiringNew().call(() -> what.apply(Pin.in(people.workspace, pin.id)));
    }

    public PinStatus status(Pin pin) {
        return read(pin, Pin::status);
    }

    public Media picture() {
        return picture(PICTURE);
    }

    public Media picture(Color colour) {
        return picture(jpeg(colour));
    }

    private Media picture(byte[] bytes) {
        return write(() -> {
            Media media = new Media();
            media.workspace = people.workspace;
            media.kind = Kind.PHOTO;
            media.origin = Origin.UPLOAD;
            media.fileName = "tart.jpg";
            media.contentType = "image/jpeg";
            media.byteCount = 1000;
            media.width = 1000;
            media.height = 1500;
            media.sha256 = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
            media.storeKey = UUID.randomUUID().toString().replace("-", "");
            media.addedBy = people.member(Role.CREATOR);
            media.addedAt = now();
            media.persist();
            keep(media, bytes);
            return media;
        });
    }

    private static void keep(Media media, byte[] bytes) {
        try {
            Path file = Arc.container().instance(MediaStore.class).get().path(media);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The workspace's wall clock, so many days from now, at a minute of its own. */
    public LocalDateTime later(int days) {
        return LocalDateTime.ofInstant(now(), people.workspace.zone)
                .plusDays(days)
                .plusMinutes(minute++)
                .truncatedTo(ChronoUnit.MINUTES);
    }

    private int minute;

    public static byte[] jpeg(Color colour) {
        BufferedImage image = new BufferedImage(1000, 1500, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 1000, 1500);
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(150, 400, 700, 700);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Account account(String name) {
        return write(() -> {
            Account account = new Account();
            account.workspace = people.workspace;
            account.publerId = UUID.randomUUID().toString();
            account.name = name;
            account.seenAt = now();
            account.persist();
            return account;
        });
    }

    public Board board(Account account, String name) {
        return write(() -> {
            Board board = new Board();
            board.workspace = people.workspace;
            board.account = account;
            board.publerId = Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()));
            board.name = name;
            board.seenAt = now();
            board.persist();
            return board;
        });
    }

    public static Instant now() {
        return Arc.container().instance(Clock.class).get().instant();
    }

    public static <T> T write(Supplier<T> what) {
        return QuarkusTransaction.requiringNew().call(what::get);
    }
}

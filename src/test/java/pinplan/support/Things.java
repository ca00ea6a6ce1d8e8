package pinplan.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.media.Kind;
import pinplan.media.Media;
import pinplan.media.Origin;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.Shot;
import pinplan.team.Role;

/** What a workspace holds, made through the model for tests that need one of each and look at something else. */
public final class Things {
    private final People people;

    private Things(People people) {
        this.people = people;
    }

    public static Things in(People people) {
        return new Things(people);
    }

    public Board board() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Account account = new Account();
            account.workspace = people.workspace;
            account.publerId = UUID.randomUUID().toString();
            account.name = "Kitchen Garden";
            account.seenAt = Instant.now();
            account.persist();
            Board board = new Board();
            board.workspace = people.workspace;
            board.account = account;
            board.publerId = UUID.randomUUID().toString();
            board.name = "Recipes";
            board.seenAt = Instant.now();
            board.persist();
            return board;
        });
    }

    /** The row alone; where its bytes matter, go through {@code Intake}. */
    public Media photo() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Media photo = new Media();
            photo.workspace = people.workspace;
            photo.kind = Kind.PHOTO;
            photo.origin = Origin.UPLOAD;
            photo.fileName = "tart.jpg";
            photo.contentType = "image/jpeg";
            photo.byteCount = 1000;
            photo.width = 1000;
            photo.height = 1500;
            photo.sha256 = mark() + mark();
            photo.storeKey = mark();
            photo.addedBy = people.member(Role.CREATOR);
            photo.addedAt = Instant.now();
            photo.persist();
            return photo;
        });
    }

    /** By the creator, with everything that a submission needs, on a board and an account of its own. */
    public Pin draft(LocalDateTime at) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Board board = board();
            PinFields fields = new PinFields(
                    "No-bake lemon tart",
                    "Bright, quick and ready in the time it takes to chill.",
                    "https://example.org/tart",
                    board.account,
                    board,
                    null,
                    at,
                    List.of(new Shot(photo(), "A slice")));
            return Pin.create(people.workspace, fields, creator(), Instant.now());
        });
    }

    public Pin submitted(LocalDateTime at) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Pin pin = draft(at);
            pin.submit(creator(), Instant.now());
            return pin;
        });
    }

    /** With a time it is ordered as well. */
    public Pin approved(LocalDateTime at) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Pin pin = submitted(at);
            pin.approve(pin.revision().fingerprint, approver(), Instant.now());
            return pin;
        });
    }

    public Actor creator() {
        return new Actor(people.member(Role.CREATOR), Role.CREATOR);
    }

    public Actor approver() {
        return new Actor(people.member(Role.APPROVER), Role.APPROVER);
    }

    private static String mark() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

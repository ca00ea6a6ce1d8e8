package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pinplan.database.DatabaseClock;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.Outcome;
import pinplan.publer.PublerAccount;
import pinplan.publer.PublerBoard;
import pinplan.publer.PublerGateway;
import pinplan.publer.Reserve;
import pinplan.team.Workspace;

/**
 * One look at everything that a workspace has at Publer. What was answered to its end is mirrored, account by account;
 * what was not leaves our rows as they are.
 */
@ApplicationScoped
class Look {
    private final PublerGateway gateway;
    private final Fare fare;
    private final KeyBox box;
    private final DatabaseClock clock;

    Look(PublerGateway gateway, Fare fare, KeyBox box, DatabaseClock clock) {
        this.gateway = gateway;
        this.fare = fare;
        this.box = box;
        this.clock = clock;
    }

    /** How urgent the requests are, and how long each may wait for its turn. */
    record Pace(Reserve accounts, Reserve boards, Duration patience) {}

    /** The connection as it was when the look began: an answer from another one is not ours to write. */
    private record Line(long workspaceId, Access access, Instant connectedAt) {
        boolean holds() {
            return Connection.of(workspaceId)
                    .filter(now -> now.connectedAt().equals(connectedAt))
                    .isPresent();
        }
    }

    private static class Reconnected extends RuntimeException {
        Reconnected() {
            super("The connection to Publer was changed meanwhile. Sync again.", null, false, false);
        }
    }

    /** @return what could not be read, or null when everything was */
    String at(long workspaceId, Pace pace) {
        Line line = QuarkusTransaction.requiringNew()
                .call(() -> Connection.of(workspaceId)
                        .map(found -> new Line(workspaceId, found.access(box), found.connectedAt()))
                        .orElse(null));
        if (line == null) {
            return "This workspace is not connected to Publer.";
        }
        Outcome<List<PublerAccount>> answer =
                fare.ask(line.access, pace.accounts, pace.patience, () -> gateway.accounts(line.access));
        if (answer.value().isEmpty()) {
            return "The accounts could not be read. " + Said.by(answer);
        }
        List<PublerAccount> there =
                answer.value().get().stream().filter(PublerAccount::pinterest).toList();
        try {
            mirror(line, workspace -> Mirror.accounts(workspace, there, clock.read()));
            return boards(line, there, pace);
        } catch (Reconnected inBetween) {
            return inBetween.getMessage();
        }
    }

    private String boards(Line line, List<PublerAccount> there, Pace pace) {
        List<String> problems = new ArrayList<>();
        for (PublerAccount account : there) {
            Outcome<List<PublerBoard>> answer =
                    fare.ask(line.access, pace.boards, pace.patience, () -> gateway.boards(line.access, account.id()));
            if (answer.value().isPresent() && answer.value().get().isEmpty() && account.locked()) {
                // Of an account that it may not use Publer knows nothing: no reason to think its boards gone.
                continue;
            }
            List<PublerBoard> all = complete(answer, account);
            if (all != null) {
                mirror(
                        line,
                        workspace -> Account.at(workspace, account.id())
                                .ifPresent(ours -> Mirror.boards(ours, all, clock.read())));
                continue;
            }
            problems.add("The boards of “%s” could not be read. %s".formatted(account.name(), Said.by(answer)));
            if (hopeless(answer)) {
                break;
            }
        }
        return switch (problems.size()) {
            case 0 -> null;
            case 1 -> problems.get(0);
            default -> problems.get(0) + " The same problem with " + (problems.size() - 1) + " more.";
        };
    }

    /** Null unless Publer said which boards there are, all of them. Where it has no such list, the account's own row may. */
    private static List<PublerBoard> complete(Outcome<List<PublerBoard>> answer, PublerAccount account) {
        int status = answer.evidence().status();
        boolean noSuchList = status == 404 || status / 100 == 2;
        return answer.value().orElse(noSuchList ? account.boards() : null);
    }

    /** The next account would get the same answer, or none: leave the rest for the next look. */
    private static boolean hopeless(Outcome<?> answer) {
        int status = answer.evidence().status();
        return status == 0 || status == 401 || status == 403 || status == 429;
    }

    private void mirror(Line line, Consumer<Workspace> write) {
        QuarkusTransaction.requiringNew().run(() -> {
            LastSync.locked(line.workspaceId);
            if (!line.holds()) {
                throw new Reconnected();
            }
            write.accept(Workspace.findById(line.workspaceId));
        });
    }
}

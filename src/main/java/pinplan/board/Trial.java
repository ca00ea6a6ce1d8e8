package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.Lane;
import pinplan.publer.Me;
import pinplan.publer.Outcome;
import pinplan.publer.PublerAccount;
import pinplan.publer.PublerGateway;
import pinplan.publer.PublerWorkspace;
import pinplan.publer.Reserve;

/** A person tries a key, so what Publer refused before is asked once more. */
@ApplicationScoped
class Trial {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PublerGateway gateway;
    private final Fare fare;
    private final KeyBox box;
    private final PublerEnvironment environment;

    Trial(PublerGateway gateway, Fare fare, KeyBox box, PublerEnvironment environment) {
        this.gateway = gateway;
        this.fare = fare;
        this.box = box;
        this.environment = environment;
    }

    /** What a typed key sees at Publer. */
    Outcome<List<PublerWorkspace>> workspaces(String key) {
        Access access =
                QuarkusTransaction.requiringNew().call(() -> Connection.tryOut(environment.address(), key, null, box));
        return ask(access, () -> gateway.workspaces(access));
    }

    /** What the stored key sees at Publer. */
    Outcome<List<PublerWorkspace>> workspaces(Access access) {
        return ask(access, () -> gateway.workspaces(access));
    }

    /** Asks for what a wrong key, and then for what a wrong workspace, would be refused. */
    Outcome<String> connection(Access access) {
        Outcome<Me> me = ask(access, () -> gateway.me(access));
        if (me.value().isEmpty()) {
            return me.instead();
        }
        String name = me.value().get().name();
        return ask(access, () -> gateway.accounts(access)).map(all -> found(name, all));
    }

    private static String found(String name, List<PublerAccount> all) {
        long ours = all.stream().filter(PublerAccount::pinterest).count();
        return "Publer answers%s: %d Pinterest %s in this Publer workspace."
                .formatted(name == null ? "" : " to the key of " + name, ours, ours == 1 ? "account" : "accounts");
    }

    private <T> Outcome<T> ask(Access access, Supplier<Outcome<T>> request) {
        QuarkusTransaction.requiringNew().run(() -> {
            Lane lane = Lane.findById(access.laneId());
            if (lane.pauseKind() == Lane.Pause.DENIED) {
                lane.resume();
            }
        });
        return fare.ask(access, Reserve.PERSON, PATIENCE, request);
    }
}

package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Instant;
import java.util.Optional;
import pinplan.web.Whereabouts;

/**
 * Given for somebody who is known here: a line in the activity tells of it.
 *
 * @param email as it was typed
 * @param where it was given, in words
 * @param there whose page it was; null: the door's
 * @param address where it came from
 */
record WrongPassword(String email, String where, Workspace there, String address) {

    /** Aside: how long the answer takes must not tell whether somebody with this email is here. */
    void writeDown(Instant now) {
        Infrastructure.getDefaultWorkerPool()
                .execute(() -> Whereabouts.at(
                        address, () -> QuarkusTransaction.requiringNew().run(() -> record(now))));
    }

    private void record(Instant now) {
        Member known = Member.withEmail(email);
        Optional<Workspace> workspace = known == null ? Optional.empty() : workspace(known);
        workspace.ifPresent(theirs -> Deed.of(
                        theirs, known, Topic.SIGN_INS, "was refused at " + where + ": the password was not right", now)
                .record());
    }

    /** Theirs, or the one that they come back to. No other learns of them. */
    private Optional<Workspace> workspace(Member known) {
        return Membership.of(known)
                .map(place -> place.workspace)
                .or(() -> Optional.ofNullable(there).filter(left -> Membership.of(left, known) != null));
    }
}

package pinplan.support;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Passwords;
import pinplan.team.Role;
import pinplan.team.Session;
import pinplan.team.Workspace;

/**
 * A workspace of its own with one member per role, straight through the model. Tests share a database and never clean up:
 * each makes new people and sees nothing of the others.
 */
public final class People {
    public static final String PASSWORD = "brisk otter paints maps";

    public final Workspace workspace;
    private final Map<Role, Member> members = new EnumMap<>(Role.class);

    private People(ZoneId zone) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Instant now = now();
        String hash = bean(Passwords.class).hash(PASSWORD);
        workspace = QuarkusTransaction.requiringNew().call(() -> {
            Workspace founded = Workspace.founded("Workspace " + mark, zone, now);
            for (Role role : Role.values()) {
                Member member = Member.called(
                        "The " + role.word() + " " + mark,
                        role.word().toLowerCase() + "-" + mark + "@team.example",
                        hash,
                        now);
                Membership.begin(founded, member, role, now);
                members.put(role, member);
            }
            // Most tests have one page that all their pins lead to, and look at something else.
            LinkRules.of(founded).set(founded, Tagging.none(), 0, "");
            return founded;
        });
    }

    public static People fresh() {
        return new People(ZoneId.of("Europe/Berlin"));
    }

    public static People fresh(ZoneId zone) {
        return new People(zone);
    }

    public Member member(Role role) {
        return members.get(role);
    }

    /** A new signed-in browser: its session's token. */
    public String signIn(Role role) {
        return signIn(members.get(role));
    }

    public String signIn(Member member) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Session.begin(member, workspace, now()).text());
    }

    /** One more member, for tests that change or remove one. */
    public Member another(Role role) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return QuarkusTransaction.requiringNew().call(() -> {
            Member member = Member.called(
                    "Another " + role.word() + " " + mark,
                    "another-" + mark + "@team.example",
                    members.get(role).passwordHash,
                    now());
            Membership.begin(workspace, member, role, now());
            return member;
        });
    }

    public Pages as(Role role) {
        return Pages.signedIn(signIn(role));
    }

    private static Instant now() {
        return bean(Clock.class).instant();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}

package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import pinplan.support.People;
import pinplan.support.Sample;

final class TeamSamples {
    private TeamSamples() {}

    static class InvitationToken implements Sample {
        @Override
        public String path() {
            return "/invitations/{token}";
        }

        @Override
        public String in(People people) {
            return QuarkusTransaction.requiringNew().call(() -> invite(people).text());
        }
    }

    static class InvitationId implements Sample {
        @Override
        public String path() {
            return "/team/invitations/{id}";
        }

        @Override
        public String in(People people) {
            return QuarkusTransaction.requiringNew().call(() -> {
                Token token = invite(people);
                return Invitation.open(token.text(), Instant.now())
                        .orElseThrow()
                        .id
                        .toString();
            });
        }
    }

    static class MembershipId implements Sample {
        @Override
        public String path() {
            return "/team/{id}";
        }

        @Override
        public String in(People people) {
            Member another = people.another(Role.CREATOR);
            return Membership.of(another).orElseThrow().id.toString();
        }
    }

    private static Token invite(People people) {
        Viewer owner = new Viewer();
        owner.is(null, people.member(Role.OWNER), people.workspace, Role.OWNER);
        return Invitation.make(owner, Role.CREATOR, "Noor", Instant.now());
    }
}

package pinplan.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import pinplan.team.MemberRemoved;

/** The links of who is removed are closed for good: they do not come alive again where their maker comes back. */
@ApplicationScoped
class Parting {
    void hear(@Observes MemberRemoved removed) {
        GuestLink.openOf(removed.place(), removed.at()).forEach(link -> link.revoke(removed.by(), removed.at()));
    }
}

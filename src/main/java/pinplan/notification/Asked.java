package pinplan.notification;

import java.util.Set;
import java.util.stream.Collectors;
import pinplan.pin.Pin;
import pinplan.review.Seat;

/** Who is asked to decide on a pin: of the step that it is at, whoever can take it. */
final class Asked {
    private Asked() {}

    static Set<Long> about(Pin pin) {
        return Seat.of(pin).stream()
                .filter(Seat::asked)
                .map(seat -> seat.member().id)
                .collect(Collectors.toSet());
    }

    /** Who was told before that this revision is theirs to decide on, and has been asked since. */
    static Set<Long> before(Pin pin) {
        return pin.revision() == null
                ? Set.of()
                : Set.copyOf(Notification.getEntityManager()
                        .createQuery(
                                "select distinct n.member.id from Notification n where n.pin = ?1 and n.news in ?2"
                                        + " and n.happenedAt >= ?3 and n.settledAt is null",
                                Long.class)
                        .setParameter(1, pin)
                        .setParameter(2, News.ASKING)
                        .setParameter(3, pin.revision().madeAt)
                        .getResultList());
    }
}

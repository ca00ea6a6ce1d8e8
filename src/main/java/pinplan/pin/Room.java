package pinplan.pin;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The minutes that others have while many pins change places at once: known here, where asking for each would take too long. */
public final class Room {
    private final Set<Planned.Minute> taken;
    private final Map<Planned.Minute, Long> ordered;

    private Room(Set<Planned.Minute> taken, Map<Planned.Minute, Long> ordered) {
        this.taken = taken;
        this.ordered = ordered;
    }

    /** For whoever has reserved the minutes of their accounts: only then nobody takes another. */
    public static Room of(List<Planned> ahead, Instant now) {
        Collection<String> accounts = accounts(ahead);
        return new Room(new HashSet<>(Planned.taken(accounts, now)), new HashMap<>(Minutes.held(accounts, now)));
    }

    public static List<String> accounts(List<Planned> ahead) {
        return ahead.stream()
                .map(Planned::account)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether another pin has the minute that this one would go to. */
    public boolean taken(Planned each, Instant to) {
        return each.needsRoom() && taken.contains(new Planned.Minute(each.account(), to));
    }

    /** Whether nobody has it, nor an order that its pin has left, or would leave behind. */
    public boolean free(Planned each, Instant to) {
        if (!each.needsRoom() || to.equals(each.at())) {
            return true;
        }
        Long order = ordered.get(new Planned.Minute(each.account(), to));
        return !taken(each, to) && (order == null || order == each.id());
    }

    /** It is there now, and its minute is another's to have. */
    public void moved(Planned each, Instant to) {
        if (each.account() != null && each.holdsItsMinute()) {
            taken.remove(each.minute());
            taken.add(new Planned.Minute(each.account(), to));
        }
    }
}

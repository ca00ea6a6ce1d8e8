package pinplan.publishing;

import java.time.Instant;
import java.util.List;
import pinplan.pin.Content;
import pinplan.pin.Pin;
import pinplan.pin.PlannedTime;
import pinplan.pin.Publishing;
import pinplan.pin.Revision;

/** A pin as publishing knows it: told how its order fares. It may be edited, and is then ordered anew once the old order ended. */
final class SimulatedPin extends Pin {
    private final Instant createdAt;
    final Content first;
    final Instant wantedAt;

    /** What a person wants out now; null: nothing. */
    Content wanted;

    SimulatedPublication order;

    SimulatedPin(Content wanted, Instant wantedAt, Instant createdAt) {
        this.first = wanted;
        this.wanted = wanted;
        this.wantedAt = wantedAt;
        this.createdAt = createdAt;
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public void publishing(Publishing state, boolean doubt, Instant now) {
        if (state == Publishing.CANCELLED && wanted != null) {
            order.world.after(this::orderAgain);
        }
    }

    private void orderAgain(Instant now) {
        if (order.state() == Publishing.CANCELLED) {
            order.world.order(this, now);
        }
    }

    @Override
    public List<String> wentOut(Revision as, PlannedTime time, Instant at, Instant now) {
        return List.of();
    }

    @Override
    public void published(String link, String note, Instant now) {
        publishing(Publishing.PUBLISHED, false, now);
    }

    @Override
    public void attention(String why, Instant now) {}

    @Override
    public void postpone(Instant minute, Instant now) {}

    @Override
    public void orderEnded(Instant now) {}
}

package pinplan.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.ZoneId;

/** How the person who is looking likes times to be told; the house's way for whom nobody knows, and where nobody looks. */
@Named("habits")
@RequestScoped
public class Habits {
    private static final Habits HOUSE = new Habits();

    private DayOfWeek weekBegins = DayOfWeek.MONDAY;
    private boolean twelveHours;
    private ZoneId zone;

    /** Of the request that is being answered. */
    public static Habits inForce() {
        ArcContainer container = Arc.container();
        return container == null || !container.requestContext().isActive()
                ? HOUSE
                : container.instance(Habits.class).get();
    }

    /** @param zone where the person is; null: where the workspace is */
    public void are(DayOfWeek weekBegins, boolean twelveHours, ZoneId zone) {
        this.weekBegins = weekBegins;
        this.twelveHours = twelveHours;
        this.zone = zone;
    }

    public DayOfWeek weekBegins() {
        return weekBegins;
    }

    public boolean twelveHours() {
        return twelveHours;
    }

    public ZoneId zone() {
        return zone;
    }
}

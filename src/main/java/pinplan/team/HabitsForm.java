package pinplan.team;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Errors;

/** How a member likes the calendar, as chosen. */
public class HabitsForm {
    private static final List<DayOfWeek> BEGINNINGS = List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);

    @RestForm
    public String weekBegins;

    @RestForm
    public String clock;

    /** Empty: where the workspace is. */
    @RestForm
    public String place;

    private ZoneId readPlace;

    static HabitsForm of(Member member) {
        HabitsForm form = new HabitsForm();
        form.weekBegins = member.weekBegins.name();
        form.clock = String.valueOf(member.clockHours);
        form.place = member.zone == null ? "" : member.zone.getId();
        return form;
    }

    public List<DayOfWeek> beginnings() {
        return BEGINNINGS;
    }

    void read(Member now, Errors errors) {
        if (BEGINNINGS.stream().noneMatch(day -> day.name().equals(weekBegins))) {
            errors.add("weekBegins", "Choose the day that a week begins with.");
        }
        if (!"12".equals(clock) && !"24".equals(clock)) {
            errors.add("clock", "Choose 24 or 12 hours.");
        }
        place = place == null ? "" : place;
        readPlace = Zones.read(place)
                .or(() -> Optional.ofNullable(now.zone)
                        .filter(zone -> zone.getId().equals(place)))
                .orElse(null);
        if (readPlace == null && !place.isEmpty()) {
            errors.add("place", "Choose a time zone from the list.");
        }
    }

    void apply(Member member) {
        member.weekBegins = DayOfWeek.valueOf(weekBegins);
        member.clockHours = Integer.parseInt(clock);
        member.zone = readPlace;
    }
}

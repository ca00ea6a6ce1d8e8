package pinplan.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Errors;

/** How long somebody who approves is away, and who decides in their place. */
public class AwayForm {
    /** The last day; empty: they are here. */
    @RestForm
    public String awayUntil;

    /** A member; empty: admins and owners do. */
    @RestForm
    public String delegate;

    /** Those that can be chosen. */
    public List<Membership> others = List.of();

    private Instant readUntil;
    private Member readDelegate;

    static AwayForm of(Membership place, Instant now) {
        AwayForm form = new AwayForm();
        form.awayUntil = place.away(now) ? place.lastDayAway().toString() : "";
        form.delegate = place.delegate() == null ? "" : place.delegate().id.toString();
        return form;
    }

    AwayForm among(List<Membership> members, Member me) {
        others = members.stream()
                .filter(place -> place.role().may(Right.APPROVE) && !place.member.id.equals(me.id))
                .toList();
        return this;
    }

    public boolean chose(Membership place) {
        return place.member.id.toString().equals(delegate);
    }

    void read(ZoneId zone, Instant now, Errors errors) {
        awayUntil = awayUntil == null ? "" : awayUntil.strip();
        delegate = delegate == null ? "" : delegate.strip();
        if (!awayUntil.isEmpty()) {
            readUntil = until(zone, now, errors);
        }
        if (!delegate.isEmpty()) {
            readDelegate = others.stream()
                    .filter(this::chose)
                    .map(place -> place.member)
                    .findFirst()
                    .orElse(null);
            if (readDelegate == null) {
                errors.add("delegate", "Choose somebody who may approve from the list.");
            }
        }
    }

    private Instant until(ZoneId zone, Instant now, Errors errors) {
        try {
            LocalDate last = LocalDate.parse(awayUntil);
            Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
            if (until.isAfter(now) && last.getYear() < 2200) {
                return until;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        errors.add("awayUntil", "Choose today or a later day, or leave it empty.");
        return null;
    }

    List<Difference> apply(Membership place) {
        List<Difference> changed = new ArrayList<>();
        String before = place.awayUntil() == null ? "" : place.lastDayAway().toString();
        Difference.add(changed, "Away until", before, awayUntil);
        Difference.add(changed, "Instead", name(place.delegate()), name(readDelegate));
        place.goAway(readUntil, readDelegate);
        return changed;
    }

    private static String name(Member member) {
        return member == null ? "" : member.name;
    }
}

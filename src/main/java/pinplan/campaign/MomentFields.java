package pinplan.campaign;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pinplan.team.Difference;

/**
 * What a person wants a moment or a note to be.
 *
 * @param leadDays how many days before it the preparing begins; 0 for a note
 * @param colour null for none
 */
@Embeddable
public record MomentFields(
        @Enumerated(EnumType.STRING) MomentKind kind,
        String name,
        LocalDate fromOn,
        LocalDate untilOn,
        int leadDays,
        @Enumerated(EnumType.STRING) Colour colour,
        String text) {

    public static MomentFields of(Moment moment) {
        return new MomentFields(
                moment.kind, moment.name, moment.fromOn, moment.untilOn, moment.leadDays, moment.colour, moment.text);
    }

    List<Difference> since(MomentFields before) {
        List<Difference> all = new ArrayList<>();
        Difference.add(all, "Kind", before.kind.word(), kind.word());
        Difference.add(all, "Name", before.name, name);
        Difference.add(all, "First day", before.fromOn, fromOn);
        Difference.add(all, "Last day", before.untilOn, untilOn);
        Difference.add(all, "Days ahead", before.leadDays, leadDays);
        Difference.add(all, "Colour", word(before.colour), word(colour));
        Difference.add(all, "Text", before.text, text);
        return all;
    }

    private static String word(Colour colour) {
        return colour == null ? null : colour.word();
    }
}

package pinplan.campaign;

import java.time.LocalDate;

/**
 * What a person wants a moment or a note to be.
 *
 * @param leadDays how many days before it the preparing begins; 0 for a note
 * @param colour null for none
 */
public record MomentFields(
        MomentKind kind, String name, LocalDate fromOn, LocalDate untilOn, int leadDays, Colour colour, String text) {}

package pinplan.calendar;

import java.time.LocalDate;
import pinplan.campaign.Colour;
import pinplan.campaign.MomentKind;

/**
 * What the database says of a moment or a note.
 *
 * @param beginsOn the first of the days that lead to it
 * @param colour null for none
 */
record MomentRow(
        long id, String name, MomentKind kind, Colour colour, LocalDate beginsOn, LocalDate fromOn, LocalDate untilOn) {
    /** Those that are there, of which a day, or one of the days that lead to it, is among these. */
    static final String SQL = "select m.id, m.name, m.kind, m.colour, m.begins_on, m.from_on, m.until_on from moment m"
            + " where m.workspace_id = :workspace and m.until_on >= :from and m.begins_on < :until and m.deleted_at is null";
}

package pinplan.demo;

import java.time.Instant;
import java.time.LocalDate;
import pinplan.campaign.Colour;
import pinplan.campaign.Moment;
import pinplan.campaign.MomentFields;
import pinplan.campaign.MomentKind;
import pinplan.team.Workspace;

/** What else the demo's team has in mind: two dates that matter, and a note. */
final class Occasions {
    private Occasions() {}

    static void add(Workspace workspace, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, workspace.zone);
        Moment.begin(
                workspace,
                new MomentFields(
                        MomentKind.MOMENT,
                        "Seed boxes go on sale",
                        today.plusDays(8),
                        today.plusDays(8),
                        7,
                        Colour.PINE,
                        "The shop opens at nine."),
                now);
        Moment.begin(
                workspace,
                new MomentFields(
                        MomentKind.MOMENT,
                        "Farmers' market",
                        today.plusDays(12),
                        today.plusDays(13),
                        4,
                        Colour.COCOA,
                        ""),
                now);
        Moment.begin(
                workspace,
                new MomentFields(
                        MomentKind.NOTE,
                        "The studio is closed",
                        today.plusDays(2),
                        today.plusDays(4),
                        0,
                        null,
                        "No new pictures on these days: use what is in the library."),
                now);
    }
}

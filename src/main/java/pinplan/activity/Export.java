package pinplan.activity;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import pinplan.database.Patience;
import pinplan.web.Cell;

/** The lines as CSV, with their seals: who keeps it elsewhere can tell later whether the chain still says the same. */
final class Export {
    /** So many are in memory at once, however many there are. */
    private static final int AT_ONCE = 1000;

    /** What is looked for may stand nowhere among millions of lines; half of a file would say nothing of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** By it a spreadsheet knows that this is UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Lines lines;
    private final ZoneId zone;
    private final boolean addresses;

    /** @param addresses whether it says from where something was done */
    Export(Lines lines, ZoneId zone, boolean addresses) {
        this.lines = lines;
        this.zone = zone;
        this.addresses = addresses;
    }

    void to(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(MARK);
        StringBuilder text = new StringBuilder();
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
        csv.printRecord(
                "When (UTC)",
                "Local time (" + zone + ")",
                "Who",
                "What",
                "On",
                "About",
                "Before → after",
                "Note",
                "From",
                "Pin",
                "Campaign",
                "Line",
                "Seal");
        Cursor at = null;
        do {
            Cursor from = at;
            at = QuarkusTransaction.requiringNew()
                    .timeout((int) PATIENCE.toSeconds())
                    .call(() -> page(from, csv));
            // Only now: whoever takes it may take their time, and has no connection meanwhile.
            writer.append(text);
            text.setLength(0);
        } while (at != null);
        // Not where something failed: what breaks off must not look whole.
        writer.close();
    }

    /** Where the next page begins; null: this was the last. */
    private Cursor page(Cursor from, CSVPrinter csv) throws IOException {
        Patience.of(PATIENCE);
        List<Activity> page = lines.page(from, AT_ONCE);
        Map<Long, Lines.Seal> seals = page.isEmpty() ? Map.of() : Lines.seals(page);
        for (Activity line : page) {
            print(line, seals.get(line.id), csv);
        }
        Panache.getEntityManager().clear();
        return page.size() < AT_ONCE ? null : Cursor.after(page.get(page.size() - 1));
    }

    private void print(Activity line, Lines.Seal seal, CSVPrinter csv) throws IOException {
        csv.printRecord(
                line.happenedAt,
                LOCAL.format(line.happenedAt.atZone(zone)),
                Cell.safe(line.who.isEmpty() ? "Pinplan" : line.who),
                Cell.safe(line.words),
                Cell.safe(line.thing),
                line.topic.words(),
                Cell.safe(differences(line)),
                Cell.safe(line.note),
                addresses ? line.address : "",
                line.pinId,
                line.campaignId,
                seal == null ? null : seal.position(),
                seal == null ? null : seal.hash());
    }

    private static String differences(Activity line) {
        return line.differences.stream()
                .map(one -> one.field() + ": " + one.before() + " → " + one.after())
                .collect(Collectors.joining("\n"));
    }
}

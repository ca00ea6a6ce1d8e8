package pinplan.publishing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.pin.TypedTime;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** What becomes of the pins whose time came and went while publishing was paused: a choice for all, or for each. */
public class Resumption {
    /** What can become of one. */
    public enum Choice {
        SEND("Send at the next free minute"),
        TIME("Give it a new time"),
        DRAFT("Make it a draft again");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One pin with what was chosen and typed for it. */
    public record Row(Publication publication, Choice choice, String date, String time) {
        public Long key() {
            return publication.pin.id;
        }

        String field() {
            return "choice-" + key();
        }
    }

    private static final String EACH = "each";

    /** {@code each}, or a choice for all of them. */
    public final String all;

    public final List<Row> rows;
    public final Errors errors = new Errors();

    private Resumption(String all, List<Row> rows) {
        this.all = all;
        this.rows = rows;
    }

    static Resumption offered(List<Publication> overdue) {
        return new Resumption(
                EACH,
                overdue.stream()
                        .map(publication -> new Row(publication, Choice.SEND, "", ""))
                        .toList());
    }

    static Resumption typed(MultivaluedMap<String, String> form, List<Publication> overdue) {
        List<Row> rows = new ArrayList<>();
        Map<String, String> unseen = new LinkedHashMap<>();
        for (Publication publication : overdue) {
            String key = String.valueOf(publication.pin.id);
            Choice choice = choice(form.getFirst("choice-" + key));
            if (choice == null) {
                unseen.put("choice-" + key, "It became overdue just now. Choose for it too.");
            }
            rows.add(new Row(
                    publication,
                    choice == null ? Choice.SEND : choice,
                    typed(form, "date-" + key),
                    typed(form, "time-" + key)));
        }
        Resumption resumption =
                new Resumption(choice(form.getFirst("all")) == null ? EACH : form.getFirst("all"), rows);
        unseen.forEach(resumption.errors::add);
        return resumption;
    }

    private static String typed(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private static Choice choice(String name) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equalsIgnoreCase(name)) {
                return choice;
            }
        }
        return null;
    }

    /** Null: nothing is wrong with what was chosen for it. */
    public String problem(Row row) {
        return errors.of(row.field());
    }

    public List<Choice> choices() {
        return List.of(Choice.values());
    }

    /** Either all of it or, with the errors saying why, nothing: then the refusal rolls the transaction back. */
    void carryOut(Workspace workspace, Actor by, Instant now) {
        List<Row> all = errors.any() ? List.of() : rows;
        // All pins before any minute, and in one order: who moves one of them meanwhile waits and is not waited for.
        Map<Long, Pin> pins = new TreeMap<>();
        all.stream().map(Row::key).sorted().forEach(id -> pins.put(id, Pin.locked(workspace, id)));
        for (Row row : all) {
            try {
                carryOut(row, pins.get(row.key()), by, now);
            } catch (Refused refused) {
                errors.add(row.field(), refused.getMessage());
            }
        }
        if (errors.any()) {
            throw new Refused("", "Some pins need a look.");
        }
    }

    private void carryOut(Row row, Pin pin, Actor by, Instant now) {
        switch (all.equals(EACH) ? row.choice() : choice(all)) {
            case SEND -> pin.publishNow(by, now);
            case DRAFT -> pin.withdraw(by, now);
            case TIME -> {
                Errors unreadable = new Errors();
                LocalDateTime at = TypedTime.read(row.date(), row.time(), unreadable);
                unreadable.all().stream().findFirst().ifPresent(sentence -> {
                    throw new Refused("", sentence);
                });
                pin.schedule(at, by, now);
            }
        }
    }
}

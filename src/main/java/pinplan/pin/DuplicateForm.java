package pinplan.pin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.board.Board;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** How a pin is made again, as typed: on which boards, from when on, how far apart, and with which picture. */
public class DuplicateForm {
    /** One pin on more boards than that looks like spam. */
    static final int MOST_BOARDS = 10;

    private static final int LONGEST = 365;

    /** Names the form: sent twice as it is, it makes no more pins than once. */
    @RestForm
    public String sheet = "";

    @RestForm
    public List<String> boards = List.of();

    @RestForm
    public String publishDate = "";

    @RestForm
    public String publishTime = "";

    @RestForm
    public String apart = "";

    /** A variant of the same link, which another picture is looked for. */
    @RestForm
    public boolean fresh;

    private List<Board> chosen = List.of();
    private LocalDateTime first;
    private int days;

    /** From the first time on that its page allows. */
    static DuplicateForm of(Pin pin, LocalDateTime next) {
        DuplicateForm form = new DuplicateForm();
        form.sheet = UUID.randomUUID().toString();
        int rule = pin.leads().destination() == null
                ? 0
                : pin.leads().destination().spacingDays();
        form.apart = String.valueOf(rule == 0 ? 7 : rule);
        form.publishDate = next == null ? "" : next.toLocalDate().toString();
        form.publishTime = next == null ? "" : next.toLocalTime().toString();
        return form;
    }

    /** @param had the boards that it is on already, where the same picture is not wanted again */
    void read(Pin pin, Set<Long> had, Errors errors) {
        List<String> ids = boards == null ? List.of() : boards;
        chosen = Board.live(pin.workspace()).stream()
                .filter(board -> ids.contains(board.id.toString()))
                .toList();
        if (chosen.size() < new HashSet<>(ids).size()) {
            errors.add("boards", "One of these boards is not there any more. Choose again.");
        }
        if (chosen.isEmpty()) {
            errors.add("boards", "Choose a board, or several.");
        } else if (chosen.size() > MOST_BOARDS) {
            errors.add("boards", "Choose at most %d boards: more looks like spam.".formatted(MOST_BOARDS));
        }
        chosen.stream()
                .filter(board -> !fresh && had.contains(board.id) && earlier(pin, board) == null)
                .findFirst()
                .ifPresent(board -> errors.add(
                        "boards",
                        "It is on “%s” already. Choose another board, or make a variant with another picture."
                                .formatted(board.name)));
        first = TypedTime.read(publishDate, publishTime, errors);
        days = Typed.line("apart", apart, errors).number(0, LONGEST);
    }

    /** A draft for each board, in the order in which they stand. */
    List<Pin> make(Pin pin, Actor by, Instant now) {
        List<Pin> made = new ArrayList<>();
        for (Board board : chosen) {
            LocalDateTime at = first == null ? null : first.plusDays((long) days * made.size());
            Pin earlier = earlier(pin, board);
            made.add(earlier != null ? earlier : make(pin, board, at, by, now));
        }
        return made;
    }

    private Pin make(Pin pin, Board board, LocalDateTime at, Actor by, Instant now) {
        PinFields fields = pin.fields().on(board).at(at);
        Pin made = pin.another(fresh ? fields.showing(List.of()) : fields, by, now);
        made.madeWith(sheet(board));
        return made;
    }

    /** The one that this form made already for this board, when it asked for the same; or null. */
    private Pin earlier(Pin pin, Board board) {
        return sheet.isBlank() ? null : Pin.madeWith(pin.workspace(), sheet(board));
    }

    private UUID sheet(Board board) {
        return Sheet.of(sheet, board.id, fresh, publishDate, publishTime, apart);
    }

    public boolean on(Board board) {
        return boards != null && boards.contains(board.id.toString());
    }
}

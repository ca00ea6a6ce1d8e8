package pinplan.pin;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.board.Board;
import pinplan.media.Media;
import pinplan.media.MediaWords;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** What the pages of boards ask of pins: {@code {workspace.plannedPins.on(board)}}, {@code {board.plannedPins}}. */
@TemplateExtension
final class BoardPins {
    /** A page of a board is no archive: the calendar's list has all. */
    private static final int SHOWN = 100;

    private BoardPins() {}

    /** How many pins are still to go out, per board. */
    record Counts(Map<Long, Long> byBoard) {
        public long on(Board board) {
            return byBoard.getOrDefault(board.id, 0L);
        }

        public long onAll(List<Board> boards) {
            return boards.stream().mapToLong(this::on).sum();
        }
    }

    /** @param cover what is seen of its first, or null */
    record Planned(Pin pin, Media cover) {
        public String href() {
            return "/pins/" + pin.id;
        }

        public String thumb() {
            return cover == null ? null : MediaWords.thumb(cover, 112);
        }

        /** Null while it is on none. */
        public String board() {
            return pin.board() == null ? null : pin.board().name;
        }

        /** Null while it has none. */
        public String time() {
            PlannedTime at = pin.planned();
            return at == null
                    ? null
                    : Formats.day(at.local().toLocalDate())
                            + ", "
                            + Formats.clock(at.local().toLocalTime());
        }

        public String datetime() {
            return pin.planned() == null
                    ? null
                    : pin.planned().zoned().toOffsetDateTime().toString();
        }
    }

    static Counts plannedPins(Workspace workspace) {
        return new Counts(Pin.getEntityManager()
                .createQuery(
                        "select board.id, count(*) from Pin where workspace = :workspace and deletedAt is null"
                                + " and status <> PUBLISHED and board is not null group by board.id",
                        Object[].class)
                .setParameter("workspace", workspace)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
    }

    /** Those that are still to go out, the next one first; those without a time at the end. */
    static List<Planned> plannedPins(Board board) {
        return Pin.getEntityManager()
                .createQuery(
                        "select p, m, c from Pin p left join p.shots s on index(s) = 0 left join s.media m left join s.cover c"
                                + " where p.board = :board and p.deletedAt is null and p.status <> PUBLISHED"
                                + " order by p.timing.publishAt nulls last, p.id",
                        Object[].class)
                .setParameter("board", board)
                .setMaxResults(SHOWN)
                .getResultStream()
                .map(row -> new Planned((Pin) row[0], (Media) (row[2] == null ? row[1] : row[2])))
                .toList();
    }
}

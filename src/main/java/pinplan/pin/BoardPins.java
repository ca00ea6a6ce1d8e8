package pinplan.pin;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.board.Board;
import pinplan.team.Workspace;

/** What the pages of boards ask of pins: {@code {workspace.plannedPins.on(board)}}. */
@TemplateExtension
final class BoardPins {
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
}

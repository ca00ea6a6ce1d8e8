package pinplan.calendar;

import java.util.List;
import pinplan.pin.PinStatus;
import pinplan.web.Paging;

/** A board as it will look: what is planned for it above what is out, the latest first. */
public record BoardGrid(Paging<Chip> pins) {
    static BoardGrid of(Chips chips, int page) {
        return new BoardGrid(Paging.of(chips.onBoard(Paging.first(page), Paging.SIZE + 1), page));
    }

    public List<Chip> planned() {
        return pins.items().stream()
                .filter(chip -> chip.status() != PinStatus.PUBLISHED)
                .toList();
    }

    public List<Chip> published() {
        return pins.items().stream()
                .filter(chip -> chip.status() == PinStatus.PUBLISHED)
                .toList();
    }
}

package pinplan.calendar;

import java.util.Locale;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;

/** What a chip's colour says. */
public enum ColourBy {
    CAMPAIGN {
        @Override
        Shade of(ChipRow row) {
            return row.campaignId() == null
                    ? Shade.NONE
                    : new Shade(
                            row.campaign(),
                            Colour.valueOf(row.colour()).css(),
                            Filter.CAMPAIGN,
                            row.campaignId().toString());
        }
    },
    STATUS {
        @Override
        Shade of(ChipRow row) {
            PinStatus status = PinStatus.valueOf(row.status());
            return new Shade(status.word(), "c-" + status.kind(), Filter.STATUS, status.kind());
        }
    },
    BOARD {
        @Override
        Shade of(ChipRow row) {
            return row.boardId() == null
                    ? Shade.NONE
                    : new Shade(
                            row.board(),
                            ofTheirOwn(row.boardId()),
                            Filter.BOARD,
                            row.boardId().toString());
        }
    },
    PERSON {
        @Override
        Shade of(ChipRow row) {
            return new Shade(
                    row.author(),
                    ofTheirOwn(row.authorId()),
                    Filter.AUTHOR,
                    row.authorId().toString());
        }
    };

    abstract Shade of(ChipRow row);

    /** Boards and people chose no colour: each keeps one of twelve, whatever else is shown. */
    private static String ofTheirOwn(long id) {
        return Colour.values()[Math.floorMod(Long.hashCode(id * 0x9E3779B97F4A7C15L), Colour.values().length)].css();
    }

    /** An unknown one is the campaign. */
    static ColourBy of(String name) {
        for (ColourBy by : values()) {
            if (by.key().equals(name)) {
                return by;
            }
        }
        return CAMPAIGN;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return name().charAt(0) + key().substring(1);
    }
}

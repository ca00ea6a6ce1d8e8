package pinplan.calendar;

import java.util.Locale;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;

/** What a chip's colour says. */
public enum ColourBy {
    CAMPAIGN {
        @Override
        Shade of(ChipRow row) {
            CampaignRow campaign = row.campaign();
            return campaign == null
                    ? Shade.NONE
                    : new Shade(
                            campaign.name(),
                            campaign.colour().css(),
                            Filter.CAMPAIGN,
                            campaign.id().toString());
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
            return row.board() == null ? Shade.NONE : ofTheirOwn(row.board(), Filter.BOARD);
        }
    },
    PERSON {
        @Override
        Shade of(ChipRow row) {
            return ofTheirOwn(row.author(), Filter.AUTHOR);
        }
    };

    abstract Shade of(ChipRow row);

    /** Boards and people chose no colour: each keeps one of twelve, whatever else is shown. */
    private static Shade ofTheirOwn(Choice one, Filter filter) {
        int place = Math.floorMod(Long.hashCode(one.id() * 0x9E3779B97F4A7C15L), Colour.values().length);
        return new Shade(
                one.name(), Colour.values()[place].css(), filter, one.id().toString());
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

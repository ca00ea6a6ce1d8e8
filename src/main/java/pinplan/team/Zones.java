package pinplan.team;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The IANA zones that a workspace may live in: places and UTC, not abbreviations that mean several things. */
public final class Zones {
    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || id.contains("/"))
            .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .sorted()
            .toList();

    private Zones() {}

    public static List<String> all() {
        return ALL;
    }

    public static Optional<ZoneId> read(String id) {
        return ALL.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }
}

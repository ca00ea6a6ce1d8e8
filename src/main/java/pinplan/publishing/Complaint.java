package pinplan.publishing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import pinplan.pin.Editorial;
import pinplan.pin.PinStatus;

/** What asks for somebody, of one kind: mended once, all of it can be tried again. */
public record Complaint(Fault fault, List<Publication> publications) {
    /** The first to go out first; those of one kind together. */
    static List<Complaint> sorted(List<Publication> asking) {
        Map<Fault, List<Publication>> byFault = asking.stream()
                .collect(Collectors.groupingBy(
                        publication -> Objects.requireNonNullElse(publication.trouble(), Fault.UNKNOWN),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byFault.entrySet().stream()
                .map(kind -> new Complaint(kind.getKey(), kind.getValue()))
                .sorted(Comparator.comparing(kind -> kind.publications.get(0).publishAt))
                .toList();
    }

    public String id() {
        return fault.name().toLowerCase(Locale.ROOT);
    }

    /** Those that failed for sure, though nothing is wrong with them. */
    public List<Publication> retryable() {
        return publications.stream()
                .filter(publication -> fault.outside()
                        && publication.pin.status() == PinStatus.FAILED
                        && publication.pin.editorial() == Editorial.APPROVED)
                .toList();
    }
}

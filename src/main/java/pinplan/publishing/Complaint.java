package pinplan.publishing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import pinplan.pin.Editorial;
import pinplan.pin.PinStatus;

/**
 * What asks for somebody, of one kind: mended once, all of it can be tried again.
 *
 * @param fault null where nothing failed, but was changed at Publer
 */
public record Complaint(Fault fault, List<Publication> publications) {
    /** The first to go out first; those of one kind together. */
    static List<Complaint> sorted(List<Publication> asking) {
        Map<Optional<Fault>, List<Publication>> byFault =
                asking.stream().collect(Collectors.groupingBy(Complaint::of, LinkedHashMap::new, Collectors.toList()));
        return byFault.entrySet().stream()
                .map(kind -> new Complaint(kind.getKey().orElse(null), kind.getValue()))
                .sorted(Comparator.comparing(kind -> kind.publications.get(0).publishAt))
                .toList();
    }

    private static Optional<Fault> of(Publication publication) {
        return publication.drifts()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNullElse(publication.trouble(), Fault.UNKNOWN));
    }

    public String id() {
        return fault == null ? "drift" : fault.name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return fault == null ? "Changed at Publer" : fault.word();
    }

    public String action() {
        return fault == null ? "Agree to it, or put back what was approved." : fault.action();
    }

    /** Those that failed for sure, though nothing is wrong with them. */
    public List<Publication> retryable() {
        return publications.stream()
                .filter(publication -> fault != null
                        && fault.outside()
                        && publication.pin.status() == PinStatus.FAILED
                        && publication.pin.editorial() == Editorial.APPROVED)
                .toList();
    }
}

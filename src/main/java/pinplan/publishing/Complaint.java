package pinplan.publishing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.team.Viewer;

/**
 * What asks for somebody, of one kind: mended once, all of it can be tried again.
 *
 * @param fault null where nothing failed, but it is other than approved
 * @param out   whether it went out like that; else Publer holds it
 */
public record Complaint(Fault fault, boolean out, List<Publication> publications) {
    private record Kind(Fault fault, boolean out) {}

    /** The first to go out first; those of one kind together. */
    static List<Complaint> sorted(List<Publication> asking) {
        Map<Kind, List<Publication>> byKind =
                asking.stream().collect(Collectors.groupingBy(Complaint::of, LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(kind -> new Complaint(kind.getKey().fault, kind.getKey().out, kind.getValue()))
                .sorted(Comparator.comparing(kind -> kind.publications.get(0).publishAt))
                .toList();
    }

    private static Kind of(Publication publication) {
        boolean out = publication.outChanged();
        return publication.drifts() || out
                ? new Kind(null, out)
                : new Kind(Objects.requireNonNullElse(publication.trouble(), Fault.UNKNOWN), false);
    }

    public String id() {
        return fault != null ? fault.name().toLowerCase(Locale.ROOT) : out ? "out-changed" : "drift";
    }

    public String word() {
        return fault != null ? fault.word() : out ? "Went out other than approved" : "Changed at Publer";
    }

    /** What is to be done about all of them; null where that differs from one to the other, or is nothing. */
    public String advice(Viewer viewer) {
        Set<String> all = new HashSet<>();
        publications.forEach(publication -> all.add(Advice.to(viewer, publication)));
        return all.size() == 1 ? all.iterator().next() : null;
    }

    /** Those that failed for sure, though nothing is wrong with them. */
    public List<Publication> retryable() {
        return publications.stream()
                .filter(publication -> fault != null && fault.outside() && Advice.again(publication))
                .toList();
    }
}

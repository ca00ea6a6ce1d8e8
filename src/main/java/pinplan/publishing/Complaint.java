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
 * @param fault null where nothing failed, but it is other than it should be
 * @param odd   how; null where something failed
 */
public record Complaint(Fault fault, Odd odd, List<Publication> publications) {
    private enum Odd {
        DRIFT("Changed at Publer"),
        OUT_CHANGED("Went out other than approved"),
        OVERTAKEN("Went out all the same");

        private final String words;

        Odd(String words) {
            this.words = words;
        }

        private static Odd of(Publication publication) {
            if (publication.outUnseen()) {
                return publication.drift.words() == null ? OVERTAKEN : OUT_CHANGED;
            }
            return publication.drifts() ? DRIFT : null;
        }
    }

    private record Kind(Fault fault, Odd odd) {}

    /** The first to go out first; those of one kind together. */
    static List<Complaint> sorted(List<Publication> asking) {
        Map<Kind, List<Publication>> byKind =
                asking.stream().collect(Collectors.groupingBy(Complaint::of, LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(kind -> new Complaint(kind.getKey().fault, kind.getKey().odd, kind.getValue()))
                .sorted(Comparator.comparing(kind -> kind.publications.get(0).publishAt))
                .toList();
    }

    private static Kind of(Publication publication) {
        Odd odd = Odd.of(publication);
        return new Kind(odd != null ? null : Objects.requireNonNullElse(publication.trouble(), Fault.UNKNOWN), odd);
    }

    public String id() {
        return (fault != null ? fault.name() : odd.name())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    public String word() {
        return fault != null ? fault.word() : odd.words;
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

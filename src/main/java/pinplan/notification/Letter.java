package pinplan.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.pin.Diagnosis;
import pinplan.pin.Pin;

/**
 * What a member reads: what happened, the same together, and one button that leads to it.
 *
 * @param unsubscribe the address that turns such mails off
 */
public record Letter(
        String to,
        String subject,
        List<Section> sections,
        String button,
        String link,
        String workspace,
        String settings,
        String unsubscribe) {
    /** So many are named; the inbox has them all. */
    private static final int NAMED = 50;

    /** Whether it is one thing about one pin, which the sentence names and the button leads to. */
    public boolean alone() {
        return sections.size() == 1 && sections.get(0).items().size() == 1;
    }

    /** The same of one or many pins. */
    public record Section(String sentence, List<Item> items, int more) {}

    /**
     * @param link null where there is nothing any more
     * @param cause why it failed, and fix: what to do about it; null where it did not
     */
    public record Item(String name, String link, String note, String cause, String fix) {}

    private record Kind(News news, String actor) {}

    private record Button(String words, String path) {}

    /** In the transaction that claims the mail: nothing is read any more when it is rendered. */
    static Letter of(Mailing mailing, String address, String optOut, Diagnosis diagnosis) {
        List<Line> lines = mailing.lines();
        Map<Kind, List<Line>> kinds = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> new Kind(line.news(), line.actor()), LinkedHashMap::new, Collectors.toList()));
        List<Section> sections = new ArrayList<>();
        for (List<Line> same : kinds.values()) {
            List<Item> items = same.stream()
                    .limit(NAMED)
                    .map(line -> item(line, address, finding(line, diagnosis)))
                    .toList();
            sections.add(new Section(new Entry(same).sentence(), items, same.size() - items.size()));
        }
        Button button = button(lines, diagnosis);
        return new Letter(
                mailing.member.email,
                subject(sections),
                sections,
                button.words(),
                address + button.path(),
                mailing.workspace.name,
                address + "/settings/notifications",
                address + "/unsubscribe/" + optOut);
    }

    /** A subject is one line, whatever people typed. */
    private static String subject(List<Section> sections) {
        String first = sections.get(0).sentence().replaceAll("\\s+", " ").strip();
        return sections.size() == 1 ? first : "%s, and %d more".formatted(first, sections.size() - 1);
    }

    private static Item item(Line line, String address, Diagnosis.Finding finding) {
        return new Item(
                line.name(),
                line.gone() ? null : address + line.address(),
                line.note(),
                finding == null ? null : finding.cause(),
                finding == null ? null : finding.fix());
    }

    private static Diagnosis.Finding finding(Line line, Diagnosis diagnosis) {
        boolean trouble = line.news() == News.FAILED || line.news() == News.OUTCOME_UNKNOWN;
        return trouble && !line.gone() ? diagnosis.of(Pin.findById(line.pin())) : null;
    }

    private static Button button(List<Line> lines, Diagnosis diagnosis) {
        Line first = lines.get(0);
        boolean one = !first.gone() && lines.stream().map(Line::pin).distinct().count() == 1;
        if (one) {
            Diagnosis.Finding finding = finding(first, diagnosis);
            return finding != null
                    ? new Button(finding.button(), finding.address())
                    : new Button(first.news().button(), first.address());
        }
        return lines.stream().allMatch(line -> line.news().asks())
                ? new Button("Open the review desk", "/review")
                : new Button("Open your inbox", "/inbox");
    }
}

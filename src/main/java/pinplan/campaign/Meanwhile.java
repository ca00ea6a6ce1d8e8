package pinplan.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What someone else has changed of a campaign since a form began: the labels, with what is there now. */
final class Meanwhile {
    private final List<String> lines = new ArrayList<>();

    private Meanwhile() {}

    static List<String> of(CampaignForm typed, Campaign now, Offered offered) {
        return new Meanwhile().between(typed, CampaignForm.of(now), now, offered);
    }

    private List<String> between(CampaignForm typed, CampaignForm saved, Campaign now, Offered offered) {
        differ("Name", typed.name, saved.name);
        differ("Goal", typed.goal, saved.goal);
        differ("Brief", typed.brief, saved.brief);
        differ("Starts on", typed.startsOn, saved.startsOn);
        differ("Ends on", typed.endsOn, saved.endsOn);
        differ("Owner", owner(typed, offered), owner(saved, offered));
        differ("Colour", typed.colour, saved.colour);
        differ("Pins wanted", typed.target, saved.target);
        differ("Tags on links", typed.tagsTold(), saved.tagsTold());
        differ(
                "Board of new drafts",
                named(typed.startBoard, offered.boards(), board -> board.name),
                now.start.boardName());
        differ("Link of new drafts", typed.startLink, saved.startLink);
        differ(
                "Template of new drafts",
                named(typed.startTemplate, offered.templates(), template -> template.name),
                now.start.templateName());
        return lines;
    }

    private void differ(String label, String typed, String saved) {
        if (!typed.equals(saved)) {
            lines.add("%s: it is now %s.".formatted(label, saved.isEmpty() ? "empty" : "“" + saved + "”"));
        }
    }

    private static String owner(CampaignForm form, Offered offered) {
        return offered.members().stream()
                .filter(place -> form.ownedBy(place.member.id))
                .map(place -> place.member.name)
                .findFirst()
                .orElse("");
    }

    private static <T extends PanacheEntity> String named(String id, List<T> offered, Function<T, String> name) {
        return offered.stream()
                .filter(one -> one.id.toString().equals(id))
                .map(name)
                .findFirst()
                .orElse("");
    }
}

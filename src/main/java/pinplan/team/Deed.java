package pinplan.team;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.List;

/**
 * What somebody did that others will want to look up later, and that is no line of a pin's history. Fired as an event in the
 * transaction in which it is done, so that it is written down with it or not at all.
 *
 * @param by null: a guest
 * @param guest empty: a member
 * @param words complete a sentence that begins with who did it
 * @param thing what it was done to, by name; may be empty
 * @param pin null: none
 * @param campaign null: none
 */
public record Deed(
        Workspace workspace,
        Member by,
        String guest,
        Topic topic,
        String words,
        String thing,
        Long pin,
        Long campaign,
        List<Difference> differences,
        Instant at) {

    public static Deed of(Workspace workspace, Member by, Topic topic, String words, Instant at) {
        return new Deed(workspace, by, "", topic, words, "", null, null, List.of(), at);
    }

    public static Deed of(Viewer viewer, Topic topic, String words, Instant at) {
        return of(viewer.workspace(), viewer.member(), topic, words, at);
    }

    public Deed on(String thing) {
        return new Deed(workspace, by, guest, topic, words, thing, pin, campaign, differences, at);
    }

    public Deed onPin(Long id, String name, Long campaign) {
        return new Deed(workspace, by, guest, topic, words, name, id, campaign, differences, at);
    }

    public Deed onCampaign(Long id, String name) {
        return new Deed(workspace, by, guest, topic, words, name, pin, id, differences, at);
    }

    public Deed byGuest(String name) {
        return new Deed(workspace, null, name, topic, words, thing, pin, campaign, differences, at);
    }

    public Deed with(List<Difference> differences) {
        return new Deed(workspace, by, guest, topic, words, thing, pin, campaign, List.copyOf(differences), at);
    }

    public void record() {
        CDI.current().getBeanManager().getEvent().select(Deed.class).fire(this);
    }
}

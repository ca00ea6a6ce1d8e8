package pinplan.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.autosave.KeptForm;
import pinplan.autosave.KeptForms;
import pinplan.campaign.Campaign;
import pinplan.pin.Actor;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Membership;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** The page of a policy, be it the workspace's or a campaign's: the two differ in their address and in a campaign having none. */
@ApplicationScoped
class PolicyPage {
    private final Viewer viewer;
    private final KeptForms kept;
    private final Clock clock;

    @Inject
    PolicyPage(Viewer viewer, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance policy(
                PolicyForm form,
                Campaign campaign,
                Affected affected,
                List<Membership> deciders,
                Map<Integer, String> gone,
                boolean ownToo,
                Errors errors,
                List<String> troubles,
                boolean asksGuests,
                Instant now);
    }

    /** @param campaign null: the workspace's */
    TemplateInstance show(Campaign campaign) {
        Policy own = Policy.kept(viewer.workspace(), campaign);
        Policy shown = own == null ? Policy.of(viewer.workspace(), campaign) : own;
        KeptForm typed = kept.of("policies", campaign == null ? null : campaign.id);
        PolicyForm form = typed.brought() ? PolicyForm.read(typed.filled()) : PolicyForm.of(shown, own);
        return show(form, campaign, new Errors());
    }

    Response save(Campaign campaign, MultivaluedMap<String, String> typed, String to) {
        kept.sent(typed.getFirst(KeptForms.SITTING));
        Workspace workspace = Workspace.locked(viewer.workspace());
        PolicyForm form = PolicyForm.read(typed);
        Policy policy = Policy.own(workspace, campaign);
        Policy held = Policy.of(workspace, campaign);
        Steps before = held.steps;
        InWords said = InWords.of(held);
        if (!form.version.equals(PolicyForm.version(policy))) {
            form.version = PolicyForm.version(policy);
            return Answer.clash(
                    show(
                            form,
                            campaign,
                            new Errors()
                                    .add(
                                            "",
                                            "Someone else changed this policy in the meantime. Your choices are still here: compare them with the saved policy, then save again.")));
        }
        Affected affected = Affected.by(workspace, campaign);
        if (campaign != null && !form.own()) {
            if (policy.isPersistent()) {
                policy.delete();
                policy.flush();
            }
            Policy holds = Policy.of(workspace, null);
            record(campaign, InWords.of(holds).since(said));
            return saved(before, holds.steps, affected, form, workspace, to);
        }
        Errors errors = new Errors();
        Policy wanted = Policy.fresh(workspace, campaign);
        form.read(wanted, deciders(), errors);
        if (errors.any()) {
            return Answer.again(show(form, campaign, errors));
        }
        policy.take(wanted);
        policy.persistAndFlush();
        record(campaign, InWords.of(policy).since(said));
        return saved(before, policy.steps, affected, form, workspace, to);
    }

    private void record(Campaign campaign, List<Difference> changed) {
        Deed deed = Deed.of(viewer, Topic.SETTINGS, "changed who has to agree to pins", clock.instant())
                .with(changed);
        if (!changed.isEmpty()) {
            (campaign == null ? deed : deed.onCampaign(campaign.id, campaign.name)).record();
        }
    }

    private Response saved(
            Steps before, Steps after, Affected affected, PolicyForm form, Workspace workspace, String to) {
        boolean again = form.again() && !before.equals(after);
        int asked = again ? affected.askAgain(after, workspace, Actor.of(viewer), clock.instant()) : 0;
        return Answer.seeOther(
                to,
                asked > 0
                        ? "The policy is saved. Asked again: %d.".formatted(asked)
                        : "The policy is saved. It holds for what is submitted from now on.");
    }

    /** What is wrong with it is said of the one that holds. */
    private TemplateInstance show(PolicyForm form, Campaign campaign, Errors errors) {
        Steps steps = Policy.of(viewer.workspace(), campaign).steps;
        List<Membership> deciders = deciders();
        boolean ownToo = viewer.workspace().authorsMayApprove;
        return Templates.policy(
                form,
                campaign,
                Affected.by(viewer.workspace(), campaign),
                deciders,
                gone(form, deciders),
                ownToo,
                errors,
                steps.troubles(deciders, ownToo),
                steps.askGuests(),
                clock.instant());
    }

    /** By the number of the step: whom it names who can't decide here any more. */
    private Map<Integer, String> gone(PolicyForm form, List<Membership> deciders) {
        Set<Long> able = deciders.stream().map(place -> place.member.id).collect(Collectors.toSet());
        if (form.lines.stream().allMatch(line -> able.containsAll(line.people()))) {
            return Map.of();
        }
        List<Membership> others = Membership.ever(viewer.workspace()).stream()
                .filter(place -> !able.contains(place.member.id))
                .toList();
        Map<Integer, String> gone = new HashMap<>();
        for (PolicyForm.Line line : form.lines) {
            String names = others.stream()
                    .filter(place -> line.chose(PolicyForm.PEOPLE) && line.named(place.member.id))
                    .map(place -> place.member.name)
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                gone.put(line.number(), names);
            }
        }
        return gone;
    }

    private List<Membership> deciders() {
        return Membership.of(viewer.workspace()).stream()
                .filter(place -> place.role().may(Right.APPROVE))
                .toList();
    }
}

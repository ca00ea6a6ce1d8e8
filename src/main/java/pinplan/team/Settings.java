package pinplan.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** What a workspace is set to, and what is one's own here: the calendar's habits and when one is away. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Path("/settings")
class Settings {
    private final Viewer viewer;
    private final Timetable timetable;
    private final Recall recall;
    private final Event<HandOverChanged> handOver;
    private final Clock clock;

    Settings(Viewer viewer, Timetable timetable, Recall recall, Event<HandOverChanged> handOver, Clock clock) {
        this.viewer = viewer;
        this.timetable = timetable;
        this.recall = recall;
        this.handOver = handOver;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance settings(
                GeneralForm form,
                HabitsForm habits,
                AwayForm away,
                boolean authorsMayApprove,
                List<String> zones,
                Errors errors);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance page() {
        return show(recall.into("settings", GeneralForm.of(viewer.workspace())), new Errors());
    }

    @POST
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response change(@BeanParam GeneralForm form) {
        Errors errors = new Errors();
        Workspace workspace = Workspace.locked(viewer.workspace());
        form.read(workspace, errors);
        if (errors.any()) {
            return Answer.again(show(form, errors));
        }
        if (form.stale(workspace)) {
            errors.add(
                    "name",
                    "Someone else changed these settings in the meantime. What you typed is still here: compare it with the saved settings, then save again.");
            form.version = workspace.version;
            return Answer.clash(show(form, errors));
        }
        boolean asks = form.movesZone(workspace) && timetable.anythingAhead(workspace);
        Integer before = workspace.horizonMinutes;
        record(Topic.SETTINGS, "changed the settings", form.apply(workspace, !asks));
        if (!Objects.equals(before, workspace.horizonMinutes)) {
            handOver.fire(new HandOverChanged(workspace));
        }
        return asks
                ? Answer.seeOther(
                        Timetable.ASKS + "?to=" + URLEncoder.encode(form.zone, StandardCharsets.UTF_8),
                        "Everything except the time zone is saved.")
                : Answer.seeOther("/settings", "The settings are saved.");
    }

    @POST
    @Path("/approval")
    @Transactional
    @Needs(Right.OWN)
    public Response approval(@RestForm boolean authorsMayApprove) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        List<Difference> changed = new ArrayList<>();
        Difference.add(changed, "Authors may approve their own pins", workspace.authorsMayApprove, authorsMayApprove);
        workspace.authorsMayApprove = authorsMayApprove;
        record(Topic.SETTINGS, "changed who may approve", changed);
        return Answer.seeOther(
                "/settings",
                authorsMayApprove
                        ? "Authors who may approve can now approve their own pins."
                        : "Nobody approves their own pins any more.");
    }

    @POST
    @Path("/calendar")
    @Transactional
    @Needs(Right.SEE)
    public Response calendar(@BeanParam HabitsForm habits) {
        Errors errors = new Errors();
        Member me = viewer.member().fresh();
        habits.read(me, errors);
        if (errors.any()) {
            return Answer.again(show(GeneralForm.of(viewer.workspace()), habits, errors));
        }
        habits.apply(me);
        return Answer.seeOther("/settings", "Your calendar is saved.");
    }

    @POST
    @Path("/away")
    @Transactional
    @Needs(Right.APPROVE)
    public Response away(@BeanParam AwayForm away) {
        Errors errors = new Errors();
        away.among(Membership.of(viewer.workspace()), viewer.member())
                .read(viewer.workspace().zone, clock.instant(), errors);
        if (errors.any()) {
            return Answer.again(show(GeneralForm.of(viewer.workspace()), HabitsForm.of(viewer.member()), away, errors));
        }
        Membership place = myPlace();
        record(Topic.TEAM, "said when others decide in their place", away.apply(place));
        return Answer.seeOther(
                "/settings",
                place.away(clock.instant()) ? "You are away. Others decide in your place." : "You are here.");
    }

    private Membership myPlace() {
        return Membership.of(viewer.workspace(), viewer.member());
    }

    private void record(Topic topic, String words, List<Difference> changed) {
        if (!changed.isEmpty()) {
            Deed.of(viewer, topic, words, clock.instant()).with(changed).record();
        }
    }

    private TemplateInstance show(GeneralForm form, Errors errors) {
        return show(form, HabitsForm.of(viewer.member()), errors);
    }

    private TemplateInstance show(GeneralForm form, HabitsForm habits, Errors errors) {
        return show(form, habits, AwayForm.of(myPlace(), clock.instant()), errors);
    }

    private TemplateInstance show(GeneralForm form, HabitsForm habits, AwayForm away, Errors errors) {
        away.among(Membership.of(viewer.workspace()), viewer.member());
        return Templates.settings(form, habits, away, viewer.workspace().authorsMayApprove, Zones.all(), errors);
    }
}

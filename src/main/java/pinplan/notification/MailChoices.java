package pinplan.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Letterbox;

/** What the viewer wants by mail, and how soon. */
@Path("/settings/notifications")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Needs(Right.SEE)
class MailChoices {
    private final Viewer viewer;
    private final Letterbox letterbox;

    MailChoices(Viewer viewer, Letterbox letterbox) {
        this.viewer = viewer;
        this.letterbox = letterbox;
    }

    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance choices(
                Map<News, Pace> chosen, Pace[] paces, Topic[] topics, boolean mailed, Mailing lost, Errors errors);
    }

    @GET
    public TemplateInstance page() {
        return show(Preference.of(viewer.workspace(), viewer.member()), new Errors());
    }

    @POST
    @Transactional
    public Response choose(MultivaluedMap<String, String> form) {
        Errors errors = new Errors();
        Map<News, Pace> chosen = Preference.of(viewer.workspace(), viewer.member());
        Map<News, Pace> other = new EnumMap<>(News.class);
        for (News news : News.values()) {
            Pace pace = read(form.getFirst(news.field()), chosen.get(news), news, errors);
            if (chosen.put(news, pace) != pace) {
                other.put(news, pace);
            }
        }
        if (errors.any()) {
            return Answer.again(show(chosen, errors));
        }
        other.forEach((news, pace) -> Preference.choose(viewer.workspace(), viewer.member(), news, pace));
        return Answer.seeOther("/settings/notifications", "Your mail settings are saved.");
    }

    /** What is not sent along stays as it is. */
    private static Pace read(String typed, Pace now, News news, Errors errors) {
        if (typed == null) {
            return now;
        }
        try {
            return Pace.valueOf(typed);
        } catch (IllegalArgumentException unknown) {
            errors.add(news.field(), "Choose one of these.");
            return now;
        }
    }

    private TemplateInstance show(Map<News, Pace> chosen, Errors errors) {
        Mailing lost = Mailing.lost(viewer.workspace(), viewer.member());
        return Templates.choices(chosen, Pace.values(), Topic.values(), letterbox.open(), lost, errors);
    }
}

package pinplan.pin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.words.Template;
import pinplan.words.Texts;

/** What a template says for the form that somebody is typing into: the page puts it there, and nothing is saved. */
@Path("/pins/wording")
class Wordings {
    private final Viewer viewer;

    Wordings(Viewer viewer) {
        this.viewer = viewer;
    }

    /** @param note what is still to be done about it; empty: nothing */
    record Filled(String text, String note) {
        static Filled of(String text, int most) {
            return new Filled(text, Wording.sentence(text, most));
        }
    }

    record Answer(Filled title, Filled description, Filled altText) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.EDIT)
    public Answer of(@RestQuery Long template, @BeanParam Links.Asked asked) {
        Texts texts = template == null
                ? new Texts("", "", "")
                : new Wording(asked.form(), viewer.workspace()).of(Template.in(viewer.workspace(), template));
        return new Answer(
                Filled.of(texts.title(), PinLimits.TITLE),
                Filled.of(texts.description(), viewer.workspace().descriptionLimit),
                Filled.of(texts.altText(), PinLimits.ALT_TEXT));
    }
}

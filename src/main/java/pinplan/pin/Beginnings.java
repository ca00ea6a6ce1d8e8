package pinplan.pin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.words.Texts;

/** What a campaign gives to the form that somebody is typing into: the page puts it there, and nothing is saved. */
@Path("/pins/beginning")
class Beginnings {
    private final Viewer viewer;

    Beginnings(Viewer viewer) {
        this.viewer = viewer;
    }

    record Answer(String account, String board, String link, String title, String description, String altText) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.EDIT)
    public Answer of(@BeanParam Links.Asked asked) {
        PinForm form = asked.form();
        Begun.fill(form, viewer.workspace());
        Texts texts = new Begun(form, viewer.workspace()).texts();
        return new Answer(form.account, form.board, form.link, texts.title(), texts.description(), texts.altText());
    }
}

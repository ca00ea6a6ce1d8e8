package pinplan.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** All about one media: what it is, where it is used, how people call and describe it. */
@Path("/media/{id}")
class AssetPage {
    private final Viewer viewer;
    private final Bin bin;
    private final Frames frames;
    private final Films films;
    private final Crop crop;
    private final Clock clock;

    AssetPage(Viewer viewer, Bin bin, Frames frames, Films films, Crop crop, Clock clock) {
        this.crop = crop;
        this.viewer = viewer;
        this.bin = bin;
        this.frames = frames;
        this.films = films;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "media")
    static class Templates {
        static native TemplateInstance asset(
                Media media, String frames, String codec, AssetForm form, CropForm cropping, ZoneId zone, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance show(@RestPath Long id) {
        Media media = Media.in(viewer.workspace(), id);
        return page(media, AssetForm.of(media));
    }

    @POST
    @Needs(Right.EDIT)
    public Response save(@RestPath Long id, AssetForm form) {
        QuarkusTransaction.requiringNew().run(() -> {
            Media media = Media.locked(viewer.workspace(), id);
            List<Difference> changed = form.into(media);
            if (!changed.isEmpty() && !form.errors.any()) {
                record("changed the words of", media, changed);
            }
        });
        if (!form.errors.any()) {
            return Answer.seeOther("/media/" + id, "Saved.");
        }
        TemplateInstance again = page(Media.in(viewer.workspace(), id), form);
        return form.errors.of("") == null ? Answer.again(again) : Answer.clash(again);
    }

    @POST
    @Path("delete")
    @Needs(Right.EDIT)
    public Response delete(@RestPath Long id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Media media = Media.locked(viewer.workspace(), id);
            if (media.binned()) {
                return Answer.seeOther("/media/" + id, "“%s” is in the bin already.".formatted(media.called()));
            }
            Optional<String> needed = bin.take(media, viewer.member(), clock.instant());
            if (needed.isPresent()) {
                return Answer.refused("/media/" + id, "Not deleted: " + needed.get());
            }
            record("threw away", media, List.of());
            return Answer.seeOther(
                    "/media",
                    "“%s” is in the bin, for %d days.".formatted(media.called(), Bin.KEPT.toDays()),
                    "/media/" + id + "/restore");
        });
    }

    @POST
    @Path("restore")
    @Needs(Right.EDIT)
    public Response restore(@RestPath Long id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Media media = Media.locked(viewer.workspace(), id);
            if (media.binned()) {
                media.takeBack();
                record("took back from the bin", media, List.of());
            }
            return Answer.seeOther("/media/" + id, "“%s” is back.".formatted(media.called()));
        });
    }

    /** Not one transaction: the picture is decoded first. */
    @POST
    @Path("crop")
    @Needs(Right.EDIT)
    public Response crop(@RestPath Long id, CropForm form) {
        Media media = Media.in(viewer.workspace(), id);
        Shape shape = form.shape();
        Place place = form.place();
        if (!form.errors.any()) {
            try {
                Media part = crop.of(media, shape, place, viewer.member());
                return Answer.seeOther("/media/" + part.id, "This part is a picture of its own; the whole one stays.");
            } catch (Refusal refusal) {
                form.errors.add("shape", refusal.getMessage());
            }
        }
        return Answer.again(page(media, AssetForm.of(media), form));
    }

    private void record(String words, Media media, List<Difference> changed) {
        Deed.of(viewer, Topic.PINS, words, clock.instant())
                .on(media.called())
                .with(changed)
                .record();
    }

    private TemplateInstance page(Media media, AssetForm form) {
        return page(media, form, new CropForm());
    }

    private TemplateInstance page(Media media, AssetForm form, CropForm cropping) {
        return Templates.asset(
                media, frames.of(media), films.codec(media), form, cropping, viewer.workspace().zone, clock.instant());
    }
}

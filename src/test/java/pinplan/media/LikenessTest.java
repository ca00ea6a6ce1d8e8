package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.team.Role;

/** The same picture in another size is found, another picture is not. */
@QuarkusTest
class LikenessTest {
    @Inject
    Likeness likeness;

    private People people;
    private Pages creator;

    @BeforeEach
    void people() {
        people = People.fresh();
        creator = people.as(Role.CREATOR);
    }

    @Test
    void pointsOutTheSamePictureInAnotherSize() {
        upload("large.jpg", Pictures.sketch(1, 1_000, 1_500));
        for (int other = 2; other < 12; other++) {
            assertThat(upload("other.jpg", Pictures.sketch(other, 1_000, 1_500))
                            .document
                            .select(".alike"))
                    .isEmpty();
        }
        Page told = upload("small.jpg", Pictures.sketch(1, 500, 750));
        assertThat(told.document.select("#got .alike a").text()).isEqualTo("large.jpg 1,000 × 1,500 pixels");
        Page asset = told.follow("large.jpg 1,000 × 1,500 pixels");
        assertThat(asset.document.select(".alike a").text()).isEqualTo("small.jpg 500 × 750 pixels");

        creator.sending().post(asset.path + "/delete");
        assertThat(likeness.to(named("small.jpg"))).isEmpty();
    }

    @Test
    void doesNotLookIntoOtherWorkspaces() {
        upload("ours.jpg", Pictures.sketch(1, 1_000, 1_500));
        people = People.fresh();
        creator = people.as(Role.CREATOR);
        assertThat(upload("theirs.jpg", Pictures.sketch(1, 500, 750)).document.select(".alike"))
                .isEmpty();
    }

    @Test
    void looksLaterAtWhatWasHereBefore() {
        upload("old.jpg", Pictures.sketch(1, 1_000, 1_500));
        Long look = named("old.jpg").look;
        QuarkusTransaction.requiringNew().run(() -> Media.update("look = null where workspace = ?1", people.workspace));
        assertThat(upload("new.jpg", Pictures.sketch(1, 500, 750)).document.select(".alike"))
                .isEmpty();
        // The newest come first, so one round is enough whatever other tests have left.
        likeness.catchUp();
        assertThat(named("old.jpg").look).isEqualTo(look);
        assertThat(likeness.to(named("new.jpg")))
                .extracting(media -> media.fileName)
                .isEqualTo(List.of("old.jpg"));
    }

    private Media named(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Media.<Media>find("workspace = ?1 and fileName = ?2", people.workspace, name)
                        .firstResult());
    }

    private Page upload(String name, byte[] bytes) {
        return creator.get("/media")
                .form("Upload")
                .attach("Media", name, "image/jpeg", bytes)
                .submit();
    }
}

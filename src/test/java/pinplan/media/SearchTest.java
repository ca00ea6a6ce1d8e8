package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Things;
import pinplan.team.Role;

/** Looking for media: each filter, all at once, and what is said when nothing is found. */
@QuarkusTest
class SearchTest {
    @Inject
    Search search;

    @Inject
    Advice advice;

    private People people;
    private Pages creator;

    @BeforeEach
    void people() {
        people = People.fresh();
        creator = people.as(Role.CREATOR);
    }

    @Test
    void findsByItsWords() {
        made("a", media -> media.name = "Lemon tart");
        made("b", media -> media.tags = List.of("100% rye", "lemon"));
        made("c", media -> media.altText = "A LEMON on a plate");
        made("d", media -> {});
        assertThat(names("/media?q=lemon")).containsExactly("c", "b", "Lemon tart");
        assertThat(names("/media?q=0%25+r")).containsExactly("b");
        assertThat(names("/media?q=%25")).containsExactly("b");
        assertThat(names("/media?q=_")).isEmpty();
        assertThat(names("/media?tag=Lemon")).containsExactly("b");
        assertThat(names("/media?tag=lem")).isEmpty();
        assertThat(names("/media?noAlt=true")).containsExactly("d", "b", "Lemon tart");
        assertThat(names("/media?q=lemon&noAlt=true&tag=lemon")).containsExactly("b");
        assertThat(creator.get("/media")
                        .document
                        .select("select[name=tag] option")
                        .eachText())
                .containsExactly("Any", "100% rye", "lemon");
        assertThat(People.fresh().as(Role.OWNER).get("/media?q=lemon").document.select(".shelf li"))
                .isEmpty();
    }

    @Test
    void findsByWhatItIs() {
        made("film", media -> {
            media.kind = Kind.VIDEO;
            media.contentType = "video/mp4";
            media.durationMillis = 10_000L;
        });
        made("good", media -> {});
        made("small", media -> media.width = 599);
        made("flat", media -> media.height = 500);
        made("tall", media -> media.height = 2_101);
        assertThat(names("/media?kind=video")).containsExactly("film");
        assertThat(names("/media?kind=image&tooSmall=true")).containsExactly("flat", "small");
        assertThat(names("/media?wrongRatio=true")).containsExactly("tall", "small");
        assertThat(names("/media?kind=rubbish&unused=maybe")).hasSize(5);
    }

    /** The conditions are the same as what is said of each. */
    @Test
    void judgesAsTheAdviceDoes() {
        for (int[] size : new int[][] {{600, 900}, {599, 900}, {600, 899}, {1_000, 2_100}, {1_000, 2_101}}) {
            made(size[0] + "x" + size[1], media -> {
                media.width = size[0];
                media.height = size[1];
            });
        }
        Map.of(Filter.SMALL, "blurred", Filter.SHAPE, "cuts its end off").forEach((filter, words) -> {
            List<Media> found = search.newest(people.workspace, Filters.NONE.with(filter, "true"), 0, 50);
            List<Media> advised = Media.<Media>list("workspace = ?1 order by id desc", people.workspace).stream()
                    .filter(media -> String.join(" ", advice.about(media)).contains(words))
                    .toList();
            assertThat(found).isNotEmpty().isEqualTo(advised);
        });
    }

    @Test
    void saysWhichFilterToDrop() {
        made("a", media -> media.tags = List.of("easter"));
        made("b", media -> media.width = 100);
        Page page = creator.get("/media?tag=easter&tooSmall=true");
        assertThat(page.says("Nothing is all of this")).isTrue();
        assertThat(names(page.follow("Without “Too small”: 1").path)).containsExactly("a");
        assertThat(names(page.follow("Without “Tag: easter”: 1").path)).containsExactly("b");
        assertThat(creator.get("/media?tag=none").says("Nothing is like that")).isTrue();
    }

    @Test
    void turnsPagesWithItsFilters() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 51; i++) {
                Things.in(people).photo().tags = List.of("many");
            }
        });
        made("other", media -> {});
        Page first = creator.get("/media?tag=many");
        assertThat(first.document.select(".shelf li")).hasSize(50);
        Page second = creator.get(first.document.select("a[rel=next]").attr("href"));
        assertThat(second.document.select(".shelf li")).hasSize(1);
        assertThat(second.path).isEqualTo("/media?tag=many&page=2");
        assertThat(second.document.select("a[rel=prev]").attr("href")).isEqualTo("/media?tag=many");
    }

    private void made(String name, Consumer<Media> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            Media media = Things.in(people).photo();
            media.fileName = name;
            change.accept(media);
        });
    }

    private List<String> names(String path) {
        return creator.get(path).document.select(".shelf b").eachText();
    }
}

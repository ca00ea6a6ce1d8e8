package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;
import pinplan.support.People;
import pinplan.team.Role;

/** A card that was written before stands on a page only while all that it says is still so. */
@QuarkusTest
class CardsTest {
    private final People people = People.fresh();
    private final Planned plan = new Planned(people);

    private Element card() {
        return people.as(Role.VIEWER)
                .get("/calendar?view=month&on=2027-03-11")
                .document
                .selectFirst(".chip");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update pin set title = 'Plum tart' where id = :pin                                  | Plum tart
            update pin set status = 'PUBLISHED' where id = :pin                                 | does not move
            update pin set publish_at = publish_at + interval '5 minutes' where id = :pin       | 14:21
            update pin set board_id = null where id = :pin                                      | No board yet
            update board set name = 'Attic' where id = (select board_id from pin where id = :pin)           | Attic
            update board set retired_at = now() where id = (select board_id from pin where id = :pin)       | 1 warning
            update campaign set colour = 'PLUM' where id = (select campaign_id from pin where id = :pin)    | c-plum
            delete from pin_media where pin_id = :pin                                           | thumb none
            """)
    void whatChangesIsSaidAtOnce(String change, String words) {
        plan.of(plan.campaign("Easter baking", Colour.AMBER)).withPicture().as(PinStatus.DRAFT);
        long pin = plan.pin("Lemon tart", "2027-03-11T14:16");
        assertThat(said(card())).contains("Lemon tart").doesNotContain(words);
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery(change)
                        .setParameter("pin", pin)
                        .executeUpdate());
        assertThat(said(card())).contains(words);
    }

    /** Its words, and all that stands in its tags. */
    private static String said(Element card) {
        return card.text() + card.outerHtml();
    }

    @Test
    void whatPeopleWroteIsTextEachTime() {
        plan.pin("Fish & <b>chips</b> à la Ōsaka 🍋", "2027-03-11T14:16");
        for (int look = 0; look < 2; look++) {
            assertThat(card().selectFirst(".chip-title").text()).isEqualTo("Fish & <b>chips</b> à la Ōsaka 🍋");
        }
    }

    /** Else who looks second would be told what holds for the first. */
    @ParameterizedTest
    @ValueSource(strings = {"card", "there"})
    void aCardAsksNothingButItsChip(String template) throws IOException {
        String written = Files.readString(Path.of("src/main/resources/templates/calendar/" + template + ".html"))
                .replaceAll("(?s)\\{!.*?!}|\\{@.*?}", "");
        assertThat(Pattern.compile("\\{(?:#(?:if|else if) )?([^{}]*)")
                        .matcher(written)
                        .results()
                        .map(asked -> asked.group(1)))
                .allMatch(asked -> asked.matches(
                        "chip\\.(?!moment).*|icon:of\\('[a-z-]+'\\)|#else|/if|#include calendar/there /"));
    }
}

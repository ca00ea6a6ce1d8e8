package pinplan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pinplan.team.Member;

/** Who is meant by an @. */
class MentionsTest {
    private final List<Member> members = Stream.of("Ann", "Ann Lee", "Zoë O'Neil", "ann-marie", "<b>Bo</b>")
            .map(MentionsTest::called)
            .toList();

    private static Member called(String name) {
        Member member = new Member();
        member.name = name;
        return member;
    }

    private Set<String> named(String text) {
        return Mentions.in(text, members).stream().map(member -> member.name).collect(Collectors.toSet());
    }

    @Test
    void theLongestNameThatFits() {
        assertThat(named("@Ann Lee, look")).containsExactly("Ann Lee");
        assertThat(named("@Ann Leeds, look")).containsExactly("Ann");
        assertThat(named("@Ann")).containsExactly("Ann");
        assertThat(named("@Anna and @Annabel")).isEmpty();
    }

    @Test
    void aFirstNameThatOneAloneHas() {
        assertThat(named("@zoë, look")).containsExactly("Zoë O'Neil");
        assertThat(Mentions.in("@Amir", List.of(called("Amir Haddad"), called("Amir Sand"))))
                .isEmpty();
    }

    @Test
    void inUpperOrLowerCaseAndBesideAnySign() {
        assertThat(named("(@ANN LEE) @zoë o'neil's")).containsExactlyInAnyOrder("Ann Lee", "Zoë O'Neil");
        assertThat(named("Hello,\n@Ann\n@ann-marie?")).containsExactlyInAnyOrder("Ann", "ann-marie");
        assertThat(named("@@Ann")).containsExactly("Ann");
    }

    @Test
    void noAddressOfAMail() {
        assertThat(named("write to pins@Ann.example")).isEmpty();
        assertThat(named("@ Ann, @")).isEmpty();
    }

    @Test
    void twoOfOneNameAreBothMeant() {
        List<Member> twins = List.of(called("Ann"), called("Ann"), called("Bo"));
        assertThat(Mentions.in("@ann?", twins)).hasSize(2);
    }

    @Test
    void theTextIsTheSameWithTheNamesApart() {
        String text = "Hi @Ann Lee, is @<b>Bo</b> in? \n@nobody @Ann";
        List<Mentions.Part> parts = Mentions.parts(text, members);
        assertThat(parts.stream().map(Mentions.Part::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(parts.stream().filter(Mentions.Part::name).map(Mentions.Part::text))
                .containsExactly("@Ann Lee", "@<b>Bo</b>", "@Ann");
        assertThat(Mentions.parts("", members)).isEmpty();
    }
}

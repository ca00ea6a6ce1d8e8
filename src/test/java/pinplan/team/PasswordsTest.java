package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(8);

    @Test
    void lengthIsCountedInCharactersNotBytes() {
        assertThat(passwords.refusal("🍋🍊🍎🍏🍐🍇🍉🍌🍒🍓🥝")).contains("Use at least 12 characters; this has 11.");
        assertThat(passwords.refusal("🍋🍊🍎🍏🍐🍇🍉🍌🍒🍓🥝🥑")).isEmpty();
        assertThat(passwords.refusal("abcd".repeat(32))).isEmpty();
        assertThat(passwords.refusal("abcd".repeat(32) + "e")).contains("Use at most 128 characters; this has 129.");
        assertThat(passwords.refusal(null)).isPresent();
    }

    @Test
    void commonOnesAreRefused() {
        for (String common : List.of(
                "password1234",
                "PasswordPassword",
                "123456789012",
                "qwertyuiop12",
                "aaaaaaaaaaaaa",
                "correct horse battery staple",
                "ababababababab",
                "pinplanpinplan")) {
            assertThat(passwords.refusal(common)).as(common).isPresent();
        }
        assertThat(passwords.refusal("pinplan-demo")).isEmpty();
    }

    @Test
    void everyCharacterOfALongOneCounts() {
        String start = "0123456789".repeat(9);
        Member member = new Member();
        member.passwordHash = passwords.hash(start + "a");
        assertThat(passwords.matches(start + "a", member)).isTrue();
        assertThat(passwords.matches(start + "b", member)).isFalse();
    }

    @Test
    void twoKeyboardsTypeTheSameWord() {
        Member member = new Member();
        member.passwordHash = passwords.hash("gr\u00fcne g\u00e4rten am see");
        assertThat(passwords.matches("gru\u0308ne ga\u0308rten am see", member)).isTrue();
    }

    @Test
    void theUnknownTakeAsLongAsTheKnown() {
        Passwords slow = new Passwords(9);
        Member member = new Member();
        member.passwordHash = slow.hash("a good long password");
        time(slow, member);
        time(slow, null);
        long known = time(slow, member);
        long unknown = time(slow, null);
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
        assertThat(slow.matches("a good long password", null)).isFalse();
    }

    private static long time(Passwords passwords, Member member) {
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            passwords.matches("a wrong long password", member);
        }
        return System.nanoTime() - start;
    }
}

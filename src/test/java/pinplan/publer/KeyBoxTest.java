package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyBoxTest {
    private static final String KEY = "canary-key-0123456789abcdef";
    private static final byte[] MASTER = new byte[32];

    private final KeyBox box = new KeyBox(MASTER, 1);

    @Test
    void whatIsSealedOpensAgain() {
        assertThat(box.open(7, 1, box.seal(7, KEY))).isEqualTo(KEY);
    }

    @Test
    void theSameKeyIsSealedDifferentlyEachTime() {
        byte[] first = box.seal(7, KEY);
        assertThat(first).isNotEqualTo(box.seal(7, KEY));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    }

    @Test
    void everyFlippedByteIsRefused() {
        byte[] sealed = box.seal(7, KEY);
        for (int i = 0; i < sealed.length; i++) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 1;
            assertThatThrownBy(() -> box.open(7, 1, flipped)).isInstanceOf(KeyBox.Unreadable.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] shortened = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> box.open(7, 1, shortened)).isInstanceOf(KeyBox.Unreadable.class);
        }
    }

    @Test
    void aSealedKeyOfAnotherWorkspaceIsRefused() {
        assertThatThrownBy(() -> box.open(8, 1, box.seal(7, KEY))).isInstanceOf(KeyBox.Unreadable.class);
    }

    @Test
    void anotherMasterKeyOrVersionIsRefused() {
        byte[] sealed = box.seal(7, KEY);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> new KeyBox(other, 1).open(7, 1, sealed)).isInstanceOf(KeyBox.Unreadable.class);
        assertThatThrownBy(() -> new KeyBox(MASTER, 2).open(7, 1, sealed)).isInstanceOf(KeyBox.Unreadable.class);
        assertThatThrownBy(() -> new KeyBox(MASTER, 2).open(7, 2, sealed)).isInstanceOf(KeyBox.Unreadable.class);
    }

    @Test
    void nothingTellsTheKey() {
        Access access = new Access("https://publer.example", KEY, "w", 1);
        assertThat(access.toString() + box + box.digest(KEY))
                .doesNotContain("canary", HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.UTF_8)));
        assertThat(box.digest(KEY))
                .isEqualTo(box.digest(KEY))
                .isNotEqualTo(box.digest(KEY + "x"))
                .matches("[0-9a-f]{64}");
        try {
            box.open(8, 1, box.seal(7, KEY));
        } catch (KeyBox.Unreadable unreadable) {
            assertThat(unreadable).hasMessageNotContaining("canary").hasNoCause();
        }
    }
}

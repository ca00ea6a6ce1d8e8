package pinplan.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import pinplan.pin.Refused;

/** How a comment read before its author changed it, and what may be one. */
@Embeddable
public class Wording {
    static final int LONGEST = 5000;

    @Column(nullable = false)
    public String text;

    @Column(name = "until_at", nullable = false)
    public Instant until;

    protected Wording() {}

    static String checked(String text) {
        if (text.isBlank()) {
            throw new Refused("text", "Write something.");
        }
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw new Refused("text", "Use at most %,d characters; this has %,d.".formatted(LONGEST, length));
        }
        return text;
    }

    Wording(String text, Instant until) {
        this.text = text;
        this.until = until;
    }
}

package pinplan.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** How a comment read before its author changed it. */
@Embeddable
public class Wording {
    @Column(nullable = false)
    public String text;

    @Column(name = "until_at", nullable = false)
    public Instant until;

    protected Wording() {}

    Wording(String text, Instant until) {
        this.text = text;
        this.until = until;
    }
}

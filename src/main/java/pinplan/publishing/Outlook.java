package pinplan.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Whether an order that waits would publish, as it was seen ahead of its time. */
@Embeddable
public class Outlook {
    /** What would stop it; empty when nothing would. */
    @Column(name = "forecast")
    private String obstacle = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "forecast_fault")
    private Fault fault;

    @Column(name = "forecast_at")
    private Instant askedAt;

    /** @return whether that is something new */
    boolean foreseen(Preflight.Line bad, Instant now) {
        String before = askedAt == null ? null : obstacle;
        askedAt = now;
        obstacle = bad == null ? "" : bad.words();
        fault = bad == null ? null : bad.fault();
        return !obstacle.equals(before);
    }

    /** It does not wait any more. */
    void over() {
        obstacle = "";
        fault = null;
    }

    public boolean good() {
        return obstacle.isEmpty();
    }

    public String obstacle() {
        return obstacle;
    }

    String words() {
        return good() ? "it would publish." : obstacle;
    }

    public Fault fault() {
        return fault;
    }
}

package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One request that came in, and what became of it. Never with its key. */
@Entity
public class SandboxRequest extends PanacheEntity {
    static final int KEPT = 500;
    private static final int CAP = 16_384;
    private static final Duration WINDOW = Duration.ofSeconds(120);

    @ManyToOne(fetch = FetchType.LAZY)
    SandboxWorld world;

    public Instant at;

    @Enumerated(EnumType.STRING)
    public Operation operation;

    public String method;
    public String path;
    public String body;
    public int status;
    public String answer;
    /** The faults that struck, by name. */
    public String faults;

    static void write(SandboxWorld world, Call call, Instant at, Played played) {
        SandboxRequest line = new SandboxRequest();
        line.world = world;
        line.at = at;
        line.operation = call.operation();
        line.method = call.method();
        line.path = capped(call.path());
        line.body = capped(call.body());
        line.status = played.status();
        line.answer = capped(played.body());
        line.faults = String.join(
                ", ", played.faults().stream().map(Enum::name).sorted().toList());
        line.persist();
        if (line.id % 50 == 0) {
            world.trim();
        }
    }

    private static String capped(String text) {
        String clean = text == null ? "" : text.replace("\u0000", "�");
        return clean.length() <= CAP ? clean : clean.substring(0, CAP);
    }

    static List<SandboxRequest> newest(SandboxWorld world) {
        return find("world = ?1 order by id desc", world).page(0, KEPT).list();
    }

    static long inTheWindow(SandboxWorld world, Instant now) {
        return count("world = ?1 and at > ?2 and status <> 429", world, now.minus(WINDOW));
    }

    /** When the oldest request of the window leaves it. */
    static Instant reset(SandboxWorld world, Instant now) {
        SandboxRequest oldest = find("world = ?1 and at > ?2 order by at", world, now.minus(WINDOW))
                .firstResult();
        return (oldest == null ? now : oldest.at).plus(WINDOW);
    }
}

package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** A file that was uploaded: what it was, not its bytes. */
@Entity
public class SandboxMedia extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    SandboxWorld world;

    public String publerId;
    public String type;
    public String name;
    public String contentType;
    public long byteCount;
    public String sha256;
    public Instant uploadedAt;

    static boolean exists(SandboxWorld world, String publerId) {
        return count("world = ?1 and publerId = ?2", world, publerId) > 0;
    }
}

package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A board at Pinterest, as Publer lists it. */
@Entity
public class SandboxBoard extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    SandboxAccount account;

    public String albumId;
    public String name;
    public boolean gone;

    static SandboxBoard create(SandboxAccount account, String albumId, String name) {
        SandboxBoard board = new SandboxBoard();
        board.account = account;
        board.albumId = albumId;
        board.name = name;
        board.persist();
        return board;
    }

    static boolean exists(SandboxAccount account, String albumId) {
        return albumId != null && count("account = ?1 and albumId = ?2 and gone = false", account, albumId) > 0;
    }
}

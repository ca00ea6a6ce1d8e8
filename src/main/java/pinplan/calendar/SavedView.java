package pinplan.calendar;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** A view of the calendar that somebody keeps under a name: for themselves, or for everyone in the workspace. */
@Entity
public class SavedView extends PanacheEntity {
    static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 2000;
    /** Of one member: more would hide the calendar. */
    private static final int MOST = 30;

    /** Also where it is sent twice at once. */
    private static final String KEEP =
            "insert into saved_view (id, workspace_id, owner_id, name, address, shared, made_at)"
                    + " values (nextval('saved_view_seq'), ?1, ?2, ?3, ?4, ?5, ?6)"
                    + " on conflict (workspace_id, owner_id, name) do update"
                    + " set address = excluded.address, shared = excluded.shared, made_at = excluded.made_at";

    @ManyToOne(fetch = FetchType.LAZY)
    Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    Member owner;

    public String name;
    public String address;
    public boolean shared;
    Instant madeAt;

    protected SavedView() {}

    /** Under a name that is used already it takes the old one's place. @return why not, or null */
    static String keep(Workspace workspace, Member owner, String name, String address, boolean shared, Instant now) {
        if (name.isEmpty()) {
            return "Give the view a name.";
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return "A name has at most %d characters.".formatted(LONGEST_NAME);
        }
        if (address.length() > LONGEST_ADDRESS) {
            return "This view has more filters than can be kept.";
        }
        if (count("workspace = ?1 and owner = ?2 and name <> ?3", workspace, owner, name) >= MOST) {
            return "You have %d saved views already: remove one first.".formatted(MOST);
        }
        getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter(1, workspace.id)
                .setParameter(2, owner.id)
                .setParameter(3, name)
                .setParameter(4, address)
                .setParameter(5, shared)
                .setParameter(6, now)
                .executeUpdate();
        return null;
    }

    /** One that this member may see. */
    static SavedView in(Workspace workspace, Member member, Long id) {
        return SavedView.<SavedView>find("workspace = ?1 and (owner = ?2 or shared) and id = ?3", workspace, member, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    public boolean isOf(Member member) {
        return owner.id.equals(member.id);
    }
}

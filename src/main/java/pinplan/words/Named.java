package pinplan.words;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pinplan.team.Workspace;

/** Words of a workspace, under a name that no others of their kind have there. */
@MappedSuperclass
public abstract class Named extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    Workspace workspace;

    public String name;

    @Version
    int version;

    /** What it says, by the labels of its fields. */
    abstract Map<String, String> said();

    /** All of one kind. */
    record Kind<T extends Named>(Class<T> type) {
        /** As people call one of them. */
        String word() {
            return type.getSimpleName().toLowerCase(Locale.ROOT);
        }

        String plural() {
            return word() + "s";
        }

        T in(Workspace workspace, Long id) {
            return find(workspace, id, LockModeType.NONE);
        }

        /** For every change. */
        T locked(Workspace workspace, Long id) {
            return find(workspace, id, LockModeType.PESSIMISTIC_WRITE);
        }

        /** Null where there is none, or no more. */
        T seen(Workspace workspace, Long id) {
            return found(workspace, id, LockModeType.NONE).orElse(null);
        }

        /** For every change; null where there is none, or no more. */
        T stillThere(Workspace workspace, Long id) {
            return found(workspace, id, LockModeType.PESSIMISTIC_WRITE).orElse(null);
        }

        /** Whether it is there, and another workspace's. */
        boolean isAnothers(Workspace workspace, Long id) {
            return !query("workspace <> ?1 and id = ?2", workspace)
                    .setParameter(2, id)
                    .getResultList()
                    .isEmpty();
        }

        private T find(Workspace workspace, Long id, LockModeType lock) {
            return found(workspace, id, lock).orElseThrow(NotFoundException::new);
        }

        private Optional<T> found(Workspace workspace, Long id, LockModeType lock) {
            return query("workspace = ?1 and id = ?2", workspace)
                    .setParameter(2, id)
                    .setLockMode(lock)
                    .getResultStream()
                    .findFirst();
        }

        List<T> of(Workspace workspace) {
            return query("workspace = ?1 order by lower(name), id", workspace).getResultList();
        }

        /** Whether another one has this name; hold the workspace's row, so that it stays true. */
        boolean taken(Workspace workspace, String name, T but) {
            return !query("workspace = ?1 and lower(name) = lower(?2) and id <> ?3", workspace)
                    .setParameter(2, name)
                    .setParameter(3, but == null ? -1L : but.id)
                    .getResultList()
                    .isEmpty();
        }

        private TypedQuery<T> query(String where, Workspace workspace) {
            return Panache.getEntityManager()
                    .createQuery("from " + type.getSimpleName() + " where " + where, type)
                    .setParameter(1, workspace);
        }
    }
}

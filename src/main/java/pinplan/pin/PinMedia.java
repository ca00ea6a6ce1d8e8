package pinplan.pin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pinplan.media.Media;
import pinplan.media.MediaUse;
import pinplan.team.Workspace;

/** A media is in use while a pin that is not deleted shows it. */
@ApplicationScoped
class PinMedia implements MediaUse {
    @Override
    public List<Media> unused(Workspace workspace, int first, int most) {
        return Media.getEntityManager()
                .createQuery(
                        "from Media m where m.workspace = ?1 and not exists"
                                + " (select 1 from Pin p join p.shots s where s.media = m and p.deletedAt is null)"
                                + " order by m.id desc",
                        Media.class)
                .setParameter(1, workspace)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }
}

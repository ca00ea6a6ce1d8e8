package pinplan.notification;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.EnumMap;
import java.util.Map;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** How a member wants one kind of news by mail. */
@Entity
public class Preference extends PanacheEntity {
    private static final String CHOOSE = "insert into preference (id, workspace_id, member_id, news, pace)"
            + " values (nextval('preference_seq'), ?1, ?2, ?3, ?4)"
            + " on conflict (workspace_id, member_id, news) do update set pace = excluded.pace";

    /** What waits to be mailed follows at once. */
    private static final String FOLLOW = "update notification set pace = nullif(?4, 'OFF') where workspace_id = ?1"
            + " and member_id = ?2 and news = ?3 and pace is not null and mailing_id is null and read_at is null";

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    @Enumerated(EnumType.STRING)
    public News news;

    @Enumerated(EnumType.STRING)
    public Pace pace;

    /** For every kind of news, chosen or usual. */
    static Map<News, Pace> of(Workspace workspace, Member member) {
        Map<News, Pace> all = new EnumMap<>(News.class);
        for (News news : News.values()) {
            all.put(news, news.usual());
        }
        Preference.<Preference>stream("workspace = ?1 and member = ?2", workspace, member)
                .forEach(chosen -> all.put(chosen.news, chosen.pace));
        return all;
    }

    static void choose(Workspace workspace, Member member, News news, Pace pace) {
        for (String statement : new String[] {CHOOSE, FOLLOW}) {
            Panache.getEntityManager()
                    .createNativeQuery(statement)
                    .setParameter(1, workspace.id)
                    .setParameter(2, member.id)
                    .setParameter(3, news.name())
                    .setParameter(4, pace.name())
                    .executeUpdate();
        }
    }
}

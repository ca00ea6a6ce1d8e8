package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import pinplan.media.Intake;
import pinplan.media.Media;
import pinplan.media.MediaStore;
import pinplan.media.Refusal;
import pinplan.pin.Content;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.PublerGateway;
import pinplan.publer.PublerMedia;
import pinplan.publer.Reserve;

/**
 * Before a pin is claimed its media are at Publer: uploading is repeatable and harmless twice, so it is kept out of the
 * create. An image that Publer will fetch itself is looked at once more: other bytes than the approved ones are refused.
 */
@ApplicationScoped
class Preparation {
    private static final int AT_ONCE = 5;
    private static final Logger LOG = Logger.getLogger(Preparation.class);

    private static final String NEXT = "select p.id from publication p join workspace w on w.id = p.workspace_id"
            + " where p.state = 'PENDING' and p.due_at <= ?1 and p.prepared_at is null and w.paused_at is null"
            + " order by (p.publish_at <= ?2) desc, p.due_at, p.id limit ?3 for update of p skip locked";

    private final KeyBox box;
    private final PublerGateway publer;
    private final MediaStore store;
    private final Intake intake;

    Preparation(KeyBox box, PublerGateway publer, MediaStore store, Intake intake) {
        this.box = box;
        this.publer = publer;
        this.store = store;
        this.intake = intake;
    }

    private record Work(long publicationId, Access access, List<Media> uploads, List<Media> externals) {}

    /** @return whether there was anything to do */
    boolean next(Instant now) {
        List<Work> works = QuarkusTransaction.requiringNew().call(() -> take(now));
        for (Work work : works) {
            try {
                prepare(work, now);
            } catch (RuntimeException unforeseen) {
                LOG.error("Preparing a publication failed", unforeseen);
                later(work, Fault.UNKNOWN, Stuck.SENTENCE, now);
            }
        }
        return !works.isEmpty();
    }

    private List<Work> take(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .setParameter(2, now.plus(Claims.NEAR))
                .setParameter(3, AT_ONCE)
                .getResultList();
        List<Work> works = new ArrayList<>();
        for (Object id : ids) {
            Publication publication = Publication.findById(((Number) id).longValue());
            Connection connection = Connection.of(publication.workspace.id).orElse(null);
            if (connection == null) {
                publication.waits(
                        Fault.CONFIGURATION, "This workspace is not connected to Publer.", now.plusSeconds(60));
                continue;
            }
            // Whoever takes it has this long; after that another may.
            publication.due(now.plusSeconds(120));
            try {
                works.add(work(publication, connection));
            } catch (KeyBox.Unreadable sealed) {
                publication.waits(Fault.CONFIGURATION, sealed.getMessage(), now.plusSeconds(60));
            }
        }
        return works;
    }

    private Work work(Publication publication, Connection connection) {
        Content content = publication.revision.content;
        Map<Long, String> known = PublerMediaId.known(content, connection.publerWorkspaceId());
        List<Media> uploads = new ArrayList<>();
        List<Media> externals = new ArrayList<>();
        for (Content.Picture picture : content.pictures()) {
            if (picture.external()) {
                externals.add(Media.findById(picture.mediaId()));
            } else if (!known.containsKey(picture.mediaId())) {
                uploads.add(Media.findById(picture.mediaId()));
            }
        }
        return new Work(publication.id, connection.access(box), uploads, externals);
    }

    private void prepare(Work work, Instant now) {
        for (Media media : work.externals()) {
            try {
                if (!media.sha256.equals(intake.digestNow(media))) {
                    refuse(work, "The image at its URL is not the one that was approved.", now);
                    return;
                }
            } catch (Refusal unreachable) {
                later(work, Fault.MEDIA, "The image URL can't be fetched now: " + unreachable.getMessage(), now);
                return;
            }
        }
        for (Media media : work.uploads()) {
            if (!upload(work, media, now)) {
                return;
            }
        }
        settle(work, now, publication -> {
            publication.preparedAt = now;
            publication.waits(null, "", now);
        });
    }

    private boolean upload(Work work, Media media, Instant now) {
        Access access = work.access();
        if (!Lane.take(access.laneId(), now, Reserve.DUE)) {
            settle(work, now, p -> p.waits(null, "Waiting for room in Publer's request limit.", now.plusSeconds(2)));
            return false;
        }
        Outcome<PublerMedia> outcome = publer.upload(access, store.path(media), media.fileName, media.contentType);
        Lane.heard(access.laneId(), outcome, now);
        if (outcome instanceof Outcome.Refused) {
            refuse(work, "Publer refused “%s”: %s".formatted(media.fileName, outcome.sentence()), now);
            return false;
        }
        if (outcome.value().isEmpty()) {
            Fault fault = outcome instanceof Outcome.Denied ? Fault.CONFIGURATION : Fault.UNREACHABLE;
            later(work, fault, outcome.sentence(), now);
            return false;
        }
        String publerId = outcome.value().get().id();
        QuarkusTransaction.requiringNew()
                .run(() -> PublerMediaId.remember(media.id, access.publerWorkspaceId(), publerId, now));
        return true;
    }

    private void refuse(Work work, String sentence, Instant now) {
        settle(work, now, publication -> publication.rejected(Fault.MEDIA, sentence, now));
    }

    private void later(Work work, Fault fault, String sentence, Instant now) {
        settle(work, now, publication -> publication.tryLater(fault, sentence, now));
    }

    private void settle(Work work, Instant now, java.util.function.Consumer<Publication> what) {
        QuarkusTransaction.requiringNew().run(() -> {
            Publication publication = Publication.locked(work.publicationId());
            if (publication.state() == pinplan.pin.Publishing.PENDING) {
                what.accept(publication);
            }
        });
    }
}

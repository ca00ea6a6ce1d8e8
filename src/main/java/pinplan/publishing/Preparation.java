package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.database.DatabaseMemory;
import pinplan.media.Intake;
import pinplan.media.Media;
import pinplan.media.MediaStore;
import pinplan.media.Refusal;
import pinplan.pin.Content;
import pinplan.pin.Publishing;
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
    /** An upload of a large video, and its answer. */
    private static final Duration TURN = Duration.ofMinutes(6);

    private static final Logger LOG = Logger.getLogger(Preparation.class);

    private static final String NEXT = "select p.id from publication p join workspace w on w.id = p.workspace_id"
            + " where p.state = 'PENDING' and not p.look_first and p.due_at <= ?1 and (p.due_at >= ?3 or p.publish_at <= ?2)"
            + " and p.prepared_at is null"
            + " and w.paused_at is null"
            + " order by (p.publish_at <= ?2) desc, p.due_at, p.id limit 1 for update of p skip locked";

    private final DatabaseClock clock;
    private final DatabaseMemory memory;
    private final KeyBox box;
    private final PublerGateway publer;
    private final MediaStore store;
    private final Intake intake;
    private final LowWater lowWater;

    Preparation(
            DatabaseClock clock,
            DatabaseMemory memory,
            KeyBox box,
            PublerGateway publer,
            MediaStore store,
            Intake intake,
            LowWater lowWater) {
        this.clock = clock;
        this.memory = memory;
        this.box = box;
        this.publer = publer;
        this.store = store;
        this.intake = intake;
        this.lowWater = lowWater;
    }

    /** @param making what Publer has by its own ids, but not yet the thumbnails of it that are needed */
    private record Work(
            long publicationId,
            Access access,
            Content content,
            List<Media> uploads,
            Map<Media, String> making,
            List<Media> externals) {}

    /** @return whether there was anything to do */
    boolean next() {
        Instant now = clock.now();
        Optional<Long> id = QuarkusTransaction.requiringNew().call(() -> take(now));
        id.ifPresent(found -> prepare(found, now));
        return id.isPresent();
    }

    /** Whoever takes it has this long; after that another may. */
    private Optional<Long> take(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .setParameter(2, now.plus(Claims.NEAR))
                .setParameter(3, lowWater.mark(now))
                .getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        long id = ((Number) ids.get(0)).longValue();
        Publication.update("dueAt = ?1 where id = ?2", now.plus(TURN), id);
        return Optional.of(id);
    }

    /** Whatever goes wrong with this one, it waits visibly, and the others go on. */
    private void prepare(long id, Instant now) {
        try {
            Work work = QuarkusTransaction.requiringNew().call(() -> work(id, now));
            if (work != null) {
                prepare(work);
            }
        } catch (KeyBox.Unreadable sealed) {
            settle(id, p -> p.waits(Fault.CONFIGURATION, sealed.getMessage(), now.plusSeconds(60)));
        } catch (RuntimeException unforeseen) {
            LOG.error("Preparing a publication failed", unforeseen);
            later(id, Fault.UNKNOWN, Stuck.SENTENCE);
        }
    }

    private Work work(long id, Instant now) {
        Publication publication = Publication.locked(id);
        if (publication == null || publication.state() != Publishing.PENDING) {
            return null;
        }
        if (publication.mayBeForgotten(memory.read().rememberedSince())) {
            publication.lookFirst(now);
            return null;
        }
        if (Punctuality.overslept(publication, now)) {
            return null;
        }
        Connection connection = Connection.of(publication.workspace.id).orElse(null);
        if (connection == null) {
            publication.waits(Fault.CONFIGURATION, "This workspace is not connected to Publer.", now.plusSeconds(60));
            return null;
        }
        return work(publication, connection, now);
    }

    private Work work(Publication publication, Connection connection, Instant now) {
        Content content = publication.revision.content;
        Map<Long, AtPubler> known = PublerMediaId.known(content, connection.publerWorkspaceId(), now);
        Map<Long, AtPubler> unfinished = PublerMediaId.inTheMaking(content, connection.publerWorkspaceId(), now);
        Map<Media, String> making = new HashMap<>();
        unfinished.forEach((media, there) -> making.put(Media.findById(media), there.id()));
        List<Media> uploads = PublerMediaId.uploads(content).stream()
                .filter(media -> !known.containsKey(media) && !unfinished.containsKey(media))
                .map(media -> Media.<Media>findById(media))
                .toList();
        List<Media> externals = content.pictures().stream()
                .filter(Content.Picture::external)
                .map(picture -> Media.<Media>findById(picture.mediaId()))
                .toList();
        return new Work(publication.id, connection.access(box), content, uploads, making, externals);
    }

    private void prepare(Work work) {
        long id = work.publicationId();
        for (Media media : work.uploads()) {
            if (!Files.isReadable(store.path(media))) {
                later(id, Fault.MEDIA, Preflight.missing(List.of(media.fileName)));
                return;
            }
            if (!there(work, media, () -> upload(work, media))) {
                return;
            }
        }
        for (Media media : work.making().keySet()) {
            if (!there(work, media, () -> look(work, work.making().get(media)))) {
                return;
            }
        }
        // Last, so that it is as near to the sending as can be.
        if (work.externals().stream().allMatch(media -> asApproved(id, media))) {
            settle(id, publication -> publication.prepared(clock.read()));
        }
    }

    private boolean asApproved(long id, Media media) {
        try {
            if (media.sha256.equals(intake.digestNow(media))) {
                return true;
            }
            refuse(id, "The image at its URL is not the one that was approved.");
        } catch (Refusal unreachable) {
            later(id, Fault.MEDIA, "The image URL can't be fetched now: " + unreachable.getMessage());
        }
        return false;
    }

    private Outcome<PublerMedia> upload(Work work, Media media) {
        return publer.upload(work.access(), store.path(media), media.fileName, media.contentType);
    }

    /** What it has made of it by now; of what it does not list, nothing yet. */
    private Outcome<PublerMedia> look(Work work, String publerId) {
        return publer.media(work.access(), List.of(publerId))
                .map(rows -> rows.stream()
                        .filter(row -> row.id().equals(publerId))
                        .findFirst()
                        .orElse(PublerMedia.unseen(publerId)));
    }

    private boolean there(Work work, Media media, Supplier<Outcome<PublerMedia>> request) {
        Access access = work.access();
        long id = work.publicationId();
        if (!Lane.take(access.laneId(), clock.now(), Reserve.DUE)) {
            waits(id, Obstacle.ofLane(access.laneId(), clock.now()), access);
            return false;
        }
        Outcome<PublerMedia> outcome = request.get();
        Lane.heard(access.laneId(), outcome, clock.now());
        if (outcome instanceof Outcome.Refused) {
            refuse(id, "Publer refused “%s”: %s".formatted(media.fileName, outcome.sentence()));
            return false;
        }
        if (outcome instanceof Outcome.Throttled) {
            waits(id, Obstacle.of(outcome), access);
            return false;
        }
        if (outcome.value().isEmpty()) {
            Obstacle obstacle = Obstacle.of(outcome);
            later(id, obstacle.fault(), obstacle.words());
            return false;
        }
        PublerMedia there = outcome.value().get();
        List<PublerMedia.Thumbnail> covers = media.video() ? there.thumbnails() : List.of(there.asThumbnail());
        QuarkusTransaction.requiringNew()
                .run(() ->
                        PublerMediaId.remember(media.id, access.publerWorkspaceId(), there.id(), covers, clock.read()));
        if (covers.isEmpty() && PublerMediaId.covers(work.content(), media.id)) {
            later(id, Fault.MEDIA, "Publer has no pictures of “%s” that its cover could be.".formatted(media.fileName));
            return false;
        }
        return true;
    }

    private void refuse(long id, String sentence) {
        settle(id, publication -> publication.rejected(Fault.MEDIA, sentence, clock.read()));
    }

    /** That is no try: the lane says when there is room again. */
    private void waits(long id, Obstacle obstacle, Access access) {
        settle(id, p -> {
            Instant now = clock.read();
            Lane lane = Lane.findById(access.laneId());
            p.waits(obstacle.fault(), obstacle.words(), lane.worthAskingAt(now, Reserve.DUE));
        });
    }

    private void later(long id, Fault fault, String sentence) {
        settle(id, publication -> publication.tryLater(fault, sentence, clock.read()));
    }

    private static void settle(long id, Consumer<Publication> what) {
        QuarkusTransaction.requiringNew().run(() -> {
            Publication publication = Publication.locked(id);
            if (publication != null && publication.state() == Publishing.PENDING) {
                what.accept(publication);
            }
        });
    }
}

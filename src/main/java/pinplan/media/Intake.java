package pinplan.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import pinplan.fetch.SafeFetcher;
import pinplan.fetch.Unfetched;
import pinplan.fetch.WebAddress;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** The only way in for media: looks at the bytes, cleans them, keeps them once. */
@ApplicationScoped
public class Intake {
    private final MediaStore store;
    private final Cleaner cleaner;
    private final Thumbnails thumbnails;
    private final SafeFetcher fetcher;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    @Inject
    Intake(
            MediaStore store,
            Cleaner cleaner,
            Thumbnails thumbnails,
            SafeFetcher fetcher,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.store = store;
        this.cleaner = cleaner;
        this.thumbnails = thumbnails;
        this.fetcher = fetcher;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a file that a person sent. The same bytes in the same workspace are the same media. Joins the caller's
     * transaction, or has its own.
     *
     * @param file read, neither changed nor deleted
     * @param fileName what the person's machine calls it; only shown, never used as a path
     */
    public Media upload(Workspace workspace, Member member, Path file, String fileName) throws Refusal {
        return take(workspace, member, file, fileName).media();
    }

    /** The same, for whom it matters whether it was here before. */
    Taken take(Workspace workspace, Member member, Path file, String fileName) throws Refusal {
        return take(workspace, member, file, fileName, null);
    }

    private Taken take(Workspace workspace, Member member, Path file, String fileName, String cameFrom) throws Refusal {
        Path clean = store.draft();
        try {
            Looked looked = cleaner.clean(file, clean);
            String sha256 = Digest.of(clean);
            Media media = media(looked, workspace, member, looked.format().name(fileName));
            media.origin = Origin.UPLOAD;
            media.cameFrom = cameFrom;
            media.sha256 = sha256;
            return keep(media, looked, clean, () -> Media.uploaded(workspace, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(clean);
        }
    }

    /**
     * Fetches a picture and keeps it as if somebody had uploaded it: what becomes of it over there changes nothing here. Takes
     * up to ten seconds: best called before a transaction has begun.
     */
    public Media copy(Workspace workspace, Member member, String imageUrl) throws Refusal {
        String source = address(imageUrl, Refusal.Field.IMAGE_URL);
        Path fetched = null;
        try {
            fetched = fetch(source);
            if (Format.of(fetched).video()) {
                throw new Refusal("This is a video, which is not fetched. Save it, and add it as a file.");
            }
            return take(workspace, member, fetched, named(source), source).media();
        } catch (Refusal refusal) {
            throw refusal.at(Refusal.Field.IMAGE_URL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(fetched);
        }
    }

    /**
     * Looks once at a picture that Publer will fetch itself. Takes up to ten seconds an address: best called before a
     * transaction has begun.
     *
     * @param thumbnailUrl empty or null: the picture itself
     */
    public Media external(Workspace workspace, Member member, String imageUrl, String thumbnailUrl) throws Refusal {
        String source = address(imageUrl, Refusal.Field.IMAGE_URL);
        String small = thumbnailUrl == null || thumbnailUrl.isBlank()
                ? source
                : address(thumbnailUrl, Refusal.Field.THUMBNAIL_URL);
        if (!small.equals(source)) {
            look(small, Refusal.Field.THUMBNAIL_URL);
        }
        Path clean = store.draft();
        Path fetched = null;
        try {
            fetched = fetch(source);
            Looked looked = cleaner.picture(fetched, clean);
            // Publer gets what is there, so that is what counts, not our cleaned copy.
            String sha256 = Digest.of(fetched);
            Media media = media(looked, workspace, member, looked.format().name(named(source)));
            media.byteCount = Files.size(fetched);
            media.origin = Origin.URL;
            media.sha256 = sha256;
            media.sourceUrl = source;
            media.thumbnailUrl = small;
            return keep(media, looked, clean, () -> Media.linked(workspace, source, small, sha256))
                    .media();
        } catch (Refusal refusal) {
            throw refusal.at(Refusal.Field.IMAGE_URL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(clean);
            delete(fetched);
        }
    }

    /** Fetches a picture again: the SHA-256 of what is there now, to hold against {@link Media#sha256}. */
    public String digestNow(Media external) throws Refusal {
        Path fetched = null;
        try {
            fetched = fetch(external.sourceUrl);
            return Digest.of(fetched);
        } catch (Refusal refusal) {
            throw refusal.at(Refusal.Field.IMAGE_URL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(fetched);
        }
    }

    private static String address(String text, Refusal.Field field) throws Refusal {
        try {
            WebAddress.of(text);
            return text.strip();
        } catch (Unfetched unfetched) {
            throw new Refusal(field, unfetched.getMessage());
        }
    }

    /** In a new file that the caller deletes. */
    private Path fetch(String address) throws Refusal {
        try {
            return fetcher.fetch(address, store.draft());
        } catch (Unfetched unfetched) {
            throw new Refusal(unfetched.getMessage());
        }
    }

    /** What its own server calls it. */
    private static String named(String address) throws Refusal {
        try {
            return WebAddress.of(address).uri().getPath();
        } catch (Unfetched unfetched) {
            throw new Refusal(unfetched.getMessage());
        }
    }

    private void look(String address, Refusal.Field field) throws Refusal {
        Path clean = store.draft();
        Path fetched = null;
        try {
            fetched = fetch(address);
            cleaner.picture(fetched, clean);
        } catch (Refusal refusal) {
            throw refusal.at(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(clean);
            delete(fetched);
        }
    }

    private Media media(Looked looked, Workspace workspace, Member member, String name) {
        Media media = new Media();
        media.workspace = workspace;
        media.addedBy = member;
        media.addedAt = clock.instant();
        media.kind = looked.format().video() ? Kind.VIDEO : Kind.PHOTO;
        media.fileName = name;
        media.contentType = looked.format().contentType;
        media.width = looked.width();
        media.height = looked.height();
        media.durationMillis = looked.durationMillis();
        return media;
    }

    private Taken keep(Media media, Looked looked, Path clean, Supplier<Media> same) throws IOException, Refusal {
        Taken known = QuarkusTransaction.joiningExisting().call(() -> known(same));
        if (known != null) {
            return known;
        }
        if (media.byteCount == 0) {
            media.byteCount = Files.size(clean);
        }
        media.storeKey = store.keep(clean);
        try {
            if (looked.picture() == null) {
                thumbnails.makeCard(media.storeKey);
            } else {
                thumbnails.make(media.storeKey, looked.picture());
            }
            media.look = thumbnails.look(media);
            return QuarkusTransaction.joiningExisting().call(() -> persist(media, same));
        } catch (IOException | Refusal | RuntimeException e) {
            store.forget(media.storeKey);
            throw e;
        }
    }

    /** Null where there is none, or none with its bytes. One in the bin comes back: somebody wants it. */
    private static Taken known(Supplier<Media> same) {
        Media known = same.get();
        if (known == null || known.binned() && known.lock().emptied()) {
            return null;
        }
        if (!known.binned()) {
            return new Taken(known, Taken.How.KNOWN);
        }
        known.takeBack();
        return new Taken(known, Taken.How.BACK);
    }

    private Taken persist(Media media, Supplier<Media> same) {
        // Two uploads of one file at the same moment: the second waits here and then finds the first.
        Media.getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, ?2))")
                .setParameter(1, media.sha256)
                .setParameter(2, media.workspace.id)
                .getSingleResult();
        String key = media.storeKey;
        Taken known = known(same);
        if (known != null) {
            store.forget(key);
            return known;
        }
        Media emptied = same.get();
        if (emptied == null) {
            media.persist();
        } else {
            emptied.takeBack();
            emptied.storeKey = key;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    store.forget(key);
                }
            }
        });
        return emptied == null ? new Taken(media, Taken.How.NEW) : new Taken(emptied, Taken.How.BACK);
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

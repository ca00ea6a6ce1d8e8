package pinplan.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Where media are kept, each once: its row, its bytes and its thumbnails, or none of them. */
@ApplicationScoped
class Shelf {
    private final MediaStore store;
    private final Thumbnails thumbnails;
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    Shelf(MediaStore store, Thumbnails thumbnails, TransactionSynchronizationRegistry transactions) {
        this.store = store;
        this.thumbnails = thumbnails;
        this.transactions = transactions;
    }

    /**
     * @param picture null for a video
     * @param same finds the row that has the same bytes; null: none has
     */
    Taken keep(Media media, Picture picture, Path clean, Supplier<Media> same) throws IOException, Refusal {
        Taken known = QuarkusTransaction.joiningExisting().call(() -> known(same));
        if (known != null) {
            return known;
        }
        media.storeKey = store.keep(clean);
        try {
            if (picture == null) {
                thumbnails.makeCard(media.storeKey);
            } else {
                thumbnails.make(media.storeKey, picture);
            }
            media.look = thumbnails.look(media);
            return QuarkusTransaction.joiningExisting().call(() -> persist(media, same));
        } catch (IOException | Refusal | RuntimeException e) {
            store.forget(media.storeKey);
            throw e;
        }
    }

    /** Null where there is none, or none with its bytes. One in the bin comes back: somebody wants it. */
    private Taken known(Supplier<Media> same) {
        Media known = same.get();
        if (known == null || (known.binned() || !here(known)) && (known.lock().emptied() || !here(known))) {
            return null;
        }
        if (!known.binned()) {
            return new Taken(known, Taken.How.KNOWN);
        }
        known.takeBack();
        return new Taken(known, Taken.How.BACK);
    }

    /** Somebody may have lost the file, as with an old copy of the disk: then whoever sends it again brings it back. */
    private boolean here(Media media) {
        return Files.exists(store.path(media));
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
        Media bare = same.get();
        Taken.How how = bare == null ? Taken.How.NEW : bare.binned() ? Taken.How.BACK : Taken.How.KNOWN;
        if (bare == null) {
            media.persist();
        } else {
            bare.takeBack();
            bare.storeKey = key;
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
        return new Taken(bare == null ? media : bare, how);
    }
}

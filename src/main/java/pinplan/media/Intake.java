package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import pinplan.fetch.SafeFetcher;
import pinplan.fetch.Unfetched;
import pinplan.fetch.WebAddress;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** The only way in for media: looks at the bytes and cleans them, before they are kept. */
@ApplicationScoped
public class Intake {
    private final MediaStore store;
    private final Cleaner cleaner;
    private final Shelf shelf;
    private final SafeFetcher fetcher;
    private final Clock clock;

    @Inject
    Intake(MediaStore store, Cleaner cleaner, Shelf shelf, SafeFetcher fetcher, Clock clock) {
        this.store = store;
        this.cleaner = cleaner;
        this.shelf = shelf;
        this.fetcher = fetcher;
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
        return drafting(clean -> {
            Looked looked = cleaner.clean(file, clean);
            String sha256 = Digest.of(clean);
            Media media = media(looked, workspace, member, looked.format().name(fileName));
            media.origin = Origin.UPLOAD;
            media.byteCount = Files.size(clean);
            media.cameFrom = cameFrom;
            media.sha256 = sha256;
            return shelf.keep(media, looked.picture(), clean, () -> Media.uploaded(workspace, sha256));
        });
    }

    /**
     * Fetches a picture and keeps it as if somebody had uploaded it: what becomes of it over there changes nothing here. Takes
     * up to ten seconds: best called before a transaction has begun.
     */
    public Media copy(Workspace workspace, Member member, String imageUrl) throws Refusal {
        String source = address(imageUrl, Refusal.Field.IMAGE_URL);
        return fetched(source, Refusal.Field.IMAGE_URL, file -> {
            if (Format.of(file).video()) {
                throw new Refusal("This is a video, which is not fetched. Save it, and add it as a file.");
            }
            return take(workspace, member, file, named(source), source).media();
        });
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
            fetched(small, Refusal.Field.THUMBNAIL_URL, file -> drafting(clean -> cleaner.picture(file, clean)));
        }
        return fetched(
                source,
                Refusal.Field.IMAGE_URL,
                file -> drafting(clean -> {
                    Looked looked = cleaner.picture(file, clean);
                    Media media =
                            media(looked, workspace, member, looked.format().name(named(source)));
                    media.origin = Origin.URL;
                    media.sourceUrl = source;
                    media.thumbnailUrl = small;
                    return linked(media, looked.picture(), file, clean);
                }));
    }

    /** Publer gets what is there, so that is what counts, not our cleaned copy. */
    private Media linked(Media media, Picture picture, Path there, Path clean) throws IOException, Refusal {
        media.byteCount = Files.size(there);
        media.sha256 = Digest.of(there);
        return shelf.keep(
                        media,
                        picture,
                        clean,
                        () -> Media.linked(media.workspace, media.sourceUrl, media.thumbnailUrl, media.sha256))
                .media();
    }

    /** Fetches a picture again, for a pin that goes out: the SHA-256 of what is there now, to hold against {@link Media#sha256}. */
    public String digestNow(Media external) throws Refusal {
        return drafting(draft -> Digest.of(fetcher.refetch(external.sourceUrl, draft)));
    }

    /** What is done with a file of our own while it is there. */
    private interface Work<T> {
        T with(Path file) throws IOException, Refusal, Unfetched;
    }

    private <T> T drafting(Work<T> work) throws Refusal {
        Path draft = store.draft();
        try {
            try {
                return work.with(draft);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (Unfetched unfetched) {
            throw new Refusal(unfetched.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T fetched(String address, Refusal.Field field, Work<T> work) throws Refusal {
        try {
            return drafting(draft -> work.with(fetcher.fetch(address, draft)));
        } catch (Refusal refusal) {
            throw refusal.at(field);
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

    /** What its own server calls it. */
    private static String named(String address) throws Unfetched {
        return WebAddress.of(address).uri().getPath();
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
        media.captionsLeftOut = looked.captionsLeftOut();
        return media;
    }
}

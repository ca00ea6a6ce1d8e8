package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** The only way in for media: looks at the bytes, cleans them, keeps them once. */
@ApplicationScoped
public class Intake {
    /**
     * Takes a file that a person sent. The same bytes in the same workspace are the same media.
     *
     * @param file read, neither changed nor deleted
     * @param fileName what the person's machine calls it; only shown, never used as a path
     */
    public Media upload(Workspace workspace, Member member, Path file, String fileName) throws Refusal {
        throw new Refusal("Uploads are not taken yet.");
    }

    /**
     * Looks once at a picture that Publer will fetch itself. Takes up to ten seconds: call it before a transaction has begun.
     *
     * @param thumbnailUrl empty or null: the picture itself
     */
    public Media external(Workspace workspace, Member member, String imageUrl, String thumbnailUrl) throws Refusal {
        throw new Refusal(Refusal.Field.IMAGE_URL, "Addresses are not taken yet.");
    }

    /** Fetches a picture again: the SHA-256 of what is there now, to hold against {@link Media#sha256}. */
    public String digestNow(Media external) throws Refusal {
        throw new Refusal(Refusal.Field.IMAGE_URL, "Addresses are not taken yet.");
    }
}

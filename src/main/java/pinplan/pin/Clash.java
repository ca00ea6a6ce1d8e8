package pinplan.pin;

import java.util.List;
import pinplan.media.Media;

/** Something that two people changed differently, for the one of them who has to choose. */
public record Clash(String name, String label, String who, List<Version> versions) {
    /** @param media null where it is about words */
    public record Version(Pick pick, boolean picked, String told, List<Media> media) {}

    public String key(Version version) {
        return name + "-" + version.pick().value();
    }

    /** Whose it is. */
    public String from(Version version) {
        return switch (version.pick()) {
            case YOURS -> "as it stands in the field";
            case THEIRS -> who;
            case BEFORE -> "";
        };
    }
}

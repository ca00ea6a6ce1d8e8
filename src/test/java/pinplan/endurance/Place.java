package pinplan.endurance;

import java.util.List;
import pinplan.media.Kind;
import pinplan.pin.Content;

/** Where a pin can go: an account and its board, and a picture for it, by their ids. */
record Place(
        long workspace,
        long member,
        long account,
        String publerAccount,
        long board,
        String publerBoard,
        long media,
        String sha256) {
    static final String ALT_TEXT = "A slice on a plate";

    Content content(String title, String link) {
        Content.Picture picture = new Content.Picture(media, Kind.PHOTO, sha256, null, null, ALT_TEXT);
        return new Content(title, "Twelve slices, no oven.", link, publerAccount, publerBoard, List.of(picture));
    }
}

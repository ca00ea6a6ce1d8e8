package pinplan.pin;

import pinplan.link.Address;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.words.Limits;

/** Pinterest's limits. Counted in Unicode code points, as on the page; over-long is refused, never cut. */
public final class PinLimits {
    public static final int TITLE = Limits.TITLE;
    public static final int LINK = Address.LONGEST;
    public static final int ALT_TEXT = Limits.ALT_TEXT;
    public static final int PHOTOS = 5;
    public static final int REASON = 500;
    public static final int NOTE = 5000;

    /** Pins that are changed in one go: more than anyone looks through, and still done while one waits. */
    public static final int AT_ONCE = 500;

    private PinLimits() {}

    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    static void check(PinFields fields, Workspace workspace, Errors errors) {
        text(errors, "title", "The title", fields.title(), TITLE);
        text(errors, "description", "The description", fields.description(), workspace.descriptionLimit);
        text(errors, "link", "The link", fields.link(), LINK);
        if (!fields.link().isEmpty()) {
            Address.check("link", fields.link(), errors);
        }
        for (int i = 0; i < fields.shots().size(); i++) {
            text(errors, "altText" + (i + 1), "The alt text", fields.shots().get(i).altText, ALT_TEXT);
        }
        media(errors, fields);
        place(errors, fields);
    }

    static void refuseBeyond(PinFields fields, Workspace workspace, String why) {
        Errors errors = new Errors();
        check(fields, workspace, errors);
        Refused.when(errors.any(), why + String.join(" ", errors.all()));
    }

    /** What ships: as long as what is typed may be, tags and all. */
    static void finalLink(String ships, Errors errors) {
        int count = count(ships);
        if (count > LINK) {
            errors.add("link", "With its tags the link has %,d characters; at most %,d fit.".formatted(count, LINK));
        }
    }

    static void refuseBeyond(String field, String what, String text, int most) {
        Errors errors = new Errors();
        text(errors, field, what, text, most);
        if (errors.any()) {
            throw new Refused(field, errors.of(field));
        }
    }

    static void text(Errors errors, String field, String what, String text, int most) {
        int count = count(text);
        if (count > most) {
            errors.add(field, "%s has %,d characters; at most %,d fit.".formatted(what, count, most));
        } else if (text.indexOf('\0') >= 0) {
            errors.add(field, what + " contains an unprintable character that can't be stored. Remove it.");
        }
    }

    private static void media(Errors errors, PinFields fields) {
        long videos = fields.shots().stream().filter(s -> s.media.video()).count();
        if (fields.shots().size() > PHOTOS) {
            errors.add(
                    "media",
                    "A pin has at most %d photos; there are %d."
                            .formatted(PHOTOS, fields.shots().size()));
        } else if (videos > 0 && fields.shots().size() > 1) {
            errors.add("media", "A pin has either one video or up to %d photos.".formatted(PHOTOS));
        }
    }

    private static void place(Errors errors, PinFields fields) {
        if (fields.account() != null
                && fields.board() != null
                && !fields.board().account.id.equals(fields.account().id)) {
            errors.add(
                    "board",
                    "“%s” is a board of %s. Choose a board of %s."
                            .formatted(fields.board().name, fields.board().account.name, fields.account().name));
        }
    }
}

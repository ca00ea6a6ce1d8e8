package pinplan.media;

import java.util.List;

/** One thing by which media are looked for: how an address says it, and the condition on the table media. */
enum Filter {
    TEXT(
            "q",
            "(media.name ilike :q escape '!' or media.file_name ilike :q escape '!' or media.alt_text ilike :q escape '!'"
                    + " or array_to_string(media.tags, ', ') ilike :q escape '!')"),
    TAG("tag", "media.tags @> array[cast(:tag as text)]"),
    KIND("kind", "media.kind = :kind"),
    /** Whoever shows media says which are shown by nobody. */
    UNUSED("unused", ""),
    UNDESCRIBED("noAlt", "media.alt_text = ''"),
    SMALL("tooSmall", "media.kind = 'PHOTO' and (media.width < :goodWidth or media.height < :goodHeight)"),
    SHAPE("wrongRatio", "media.kind = 'PHOTO' and media.height > media.width * :tallest");

    private static final String YES = "true";
    private static final int LONGEST = 200;

    final String parameter;
    final String condition;

    Filter(String parameter, String condition) {
        this.parameter = parameter;
        this.condition = condition;
    }

    static final List<Filter> ALL = List.of(values());

    /** What an address says, as it counts; empty: nothing. */
    String understood(String typed) {
        String text = typed == null ? "" : typed.replace("\0", "").strip();
        return switch (this) {
            case TEXT -> text.length() > LONGEST ? text.substring(0, LONGEST) : text;
            case TAG -> Tags.plain(text);
            case KIND -> text.equals("image") || text.equals("video") ? text : "";
            default -> text.equals(YES) ? YES : "";
        };
    }

    String words(String value) {
        return switch (this) {
            case TEXT -> "“" + value + "”";
            case TAG -> "Tag: " + value;
            case KIND -> value.equals("video") ? "Videos" : "Pictures";
            case UNUSED -> "In no pin";
            case UNDESCRIBED -> "Without alt text";
            case SMALL -> "Too small";
            case SHAPE -> "Wrong ratio";
        };
    }
}

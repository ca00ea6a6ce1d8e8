package pinplan.pin;

import java.util.function.BiConsumer;
import java.util.function.Function;
import pinplan.team.Workspace;

/** A field of the composer that two people can change at once; or two of which neither means anything alone. */
enum Part {
    TITLE("title", "Title", form -> form.title.strip(), (form, from) -> form.title = from.title),
    DESCRIPTION(
            "description",
            "Description",
            form -> form.description,
            (form, from) -> form.description = from.description),
    LINK("link", "Destination link", form -> form.link.strip(), (form, from) -> form.link = from.link),
    /** A board is one of its account: the one of yours and the other of theirs would be no place at all. */
    PLACE("board", "Account and Board", form -> form.account + "/" + form.board, (form, from) -> {
        form.account = from.account;
        form.board = from.board;
    }),
    CAMPAIGN("campaign", "Campaign", form -> form.campaign, (form, from) -> form.campaign = from.campaign),
    TIME("publishDate", "Time", form -> form.publishDate + " " + form.publishTime, (form, from) -> {
        form.publishDate = from.publishDate;
        form.publishTime = from.publishTime;
    }),
    COVER("cover", "Cover", form -> form.cover.key(), (form, from) -> form.cover = from.cover),
    REASON(
            "spacingReason",
            "Why it may be closer",
            PinForm::reason,
            (form, from) -> form.spacingReason = from.spacingReason);

    static final String MEDIA = "media";

    /** The control beside which it is said. */
    final String key;

    final String words;
    final Function<PinForm, String> value;
    final BiConsumer<PinForm, PinForm> take;

    Part(String key, String words, Function<PinForm, String> value, BiConsumer<PinForm, PinForm> take) {
        this.key = key;
        this.words = words;
        this.value = value;
        this.take = take;
    }

    /** Where the account is the same, only the board is told. */
    String words(PinForm one, PinForm other) {
        return this == PLACE && one.account.equals(other.account) ? "Board" : words;
    }

    /** As people read it: no ids. */
    String told(PinForm form, Workspace workspace) {
        return switch (this) {
            case PLACE -> new Names(workspace).place(form.account, form.board);
            case CAMPAIGN -> new Names(workspace).campaign(form.campaign);
            case COVER -> new Names(workspace).cover(form.cover);
            case TIME -> Names.time(form.publishDate, form.publishTime);
            default -> value.apply(form);
        };
    }
}

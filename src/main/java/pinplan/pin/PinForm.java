package pinplan.pin;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.media.Media;
import pinplan.web.Errors;

/** The composer's fields as they were typed, right or wrong, so that a refused form comes back as it was sent. */
public class PinForm {
    public String title = "";
    public String description = "";
    public String link = "";
    public String account = "";
    public String board = "";
    public String campaign = "";
    public String publishDate = "";
    public String publishTime = "";
    public String imageUrl = "";
    public String thumbnailUrl = "";
    /** Where the picture of the Image URL is to be: library, there, or empty where nobody says, which is there. */
    public String imagePlace = "";
    /** Why it may be closer to others of its page; null where nobody says anything of it. */
    public String spacingReason;
    /** Which state of the pin the person has seen; 0 for a new pin. */
    public int edition;
    /** The status that it had then, only to say that it is another; empty for a new pin. */
    public String status = "";
    /**
     * What the fields said when it was opened; null where nobody says. It comes back over the wire, so it is only compared
     * with; where it is chosen, it counts as typed.
     */
    public PinForm base;
    /** Names a new pin's form, so that sending it twice makes one pin; null where it names none. */
    public UUID sheet;
    /** The pin that this very form made before. */
    Long earlier;
    /** What stands for a film before it plays. */
    public TypedCover cover = TypedCover.NONE;

    public final TypedMedia media = new TypedMedia();

    /** Which of several versions stays, by the part that they are of. */
    final Map<String, Pick> picks = new HashMap<>();
    /** The places of images that brought their text with them. */
    private final List<Integer> offered = new ArrayList<>();

    public final Reply reply = new Reply();

    /** The image that was just put elsewhere, or stands where one was: whoever did so goes on from there. 0: none. */
    public int moved;

    /** Whether somebody is just choosing from the library. */
    public boolean choosing;

    /** The kept words that are chosen, to be put in; null: none. */
    public Long template;

    public Long snippet;

    /** By its campaign, just now. */
    public Gift given = Gift.NOTHING;

    static PinForm blank(CellTime begin, Campaign campaign, Board board) {
        PinForm form = new PinForm();
        form.sheet = UUID.randomUUID();
        form.publishDate = begin.date();
        form.campaign = campaign == null ? "" : campaign.id.toString();
        form.board = board == null ? "" : board.id.toString();
        form.account = board == null ? "" : board.account.id.toString();
        return form;
    }

    /** As it is when somebody begins to change the pin. */
    static PinForm opened(Pin pin) {
        PinForm form = of(pin);
        form.base = of(pin);
        return form;
    }

    /** For a pin that is not there any more: the same as a new one. */
    void asNew() {
        sheet = UUID.randomUUID();
        edition = 0;
        status = "";
        base = new PinForm();
    }

    /** Whether it says anything that is not saved. */
    public boolean typed() {
        return base == null
                || Arrays.stream(Part.values())
                        .anyMatch(part -> !part.value.apply(this).equals(part.value.apply(base)))
                || !media.same(base.media)
                || !(imageUrl + thumbnailUrl).isEmpty();
    }

    /** What stood there before is not said by who sends it: others may have said something else meanwhile. */
    void saysOnlyItsOwn() {
        spacingReason = reason().equals(reasonBefore()) ? null : spacingReason;
    }

    /** Why it may be closer: where nobody says anything of it, what was said before. */
    String reason() {
        return spacingReason == null ? reasonBefore() : spacingReason;
    }

    private String reasonBefore() {
        return base == null ? "" : base.reason();
    }

    PinForm copy() {
        PinForm form = alike(link, null);
        form.spacingReason = reason();
        form.edition = edition;
        form.status = status;
        form.media.addAll(media);
        return form;
    }

    /** With the same words, another link and one picture of these. */
    PinForm alike(String link, Long shot) {
        PinForm form = new PinForm();
        form.title = title;
        form.description = description;
        form.link = link;
        form.account = account;
        form.board = board;
        form.campaign = campaign;
        form.publishDate = publishDate;
        form.publishTime = publishTime;
        form.cover = cover;
        if (shot != null) {
            form.media.add(shot, media.altText(media.shots.indexOf(shot) + 1));
        }
        return form;
    }

    static PinForm of(Pin pin) {
        PinForm form = new PinForm();
        form.title = pin.title();
        form.description = pin.description();
        form.link = pin.link();
        form.account = pin.account() == null ? "" : pin.account().id.toString();
        form.board = pin.board() == null ? "" : pin.board().id.toString();
        form.campaign = pin.campaign() == null ? "" : pin.campaign().id.toString();
        if (pin.planned() != null) {
            LocalDateTime local = pin.planned().local();
            form.publishDate = local.toLocalDate().toString();
            form.publishTime = local.toLocalTime().toString();
        }
        form.spacingReason = pin.leads().spacingReason();
        form.edition = pin.edition();
        form.status = pin.status().name();
        for (Shot shot : pin.shots()) {
            form.media.add(shot.media.id, shot.altText);
            if (shot.media.video()) {
                form.cover = TypedCover.of(shot);
            }
        }
        return form;
    }

    /** Whether the picture of the Image URL becomes ours, which is offered first. */
    boolean fetchesImage() {
        return imagePlace.equals("library");
    }

    public boolean leavesImage() {
        return imagePlace.equals("there");
    }

    /** @param pick null: none of them */
    void pick(String name, Pick pick) {
        if (pick != null) {
            picks.put(name, pick);
        }
    }

    /** @param name what the person calls it */
    void add(Media added, String name) {
        if (media.shots.contains(added.id)) {
            reply.has(name);
            return;
        }
        media.shots.add(added.id);
        int place = media.shots.size();
        if (media.altText(place).isBlank() && !added.altText.isEmpty()) {
            media.altTexts.put(place, added.altText);
            offered.add(place);
        }
    }

    /** Says of texts that nobody typed that they have to be read first. */
    void showWhatIsOffered(Errors errors) {
        offered.forEach(place -> errors.add(
                "altText" + place, "This is its text from the library. Read it, then send the pin to review."));
    }

    void move(int from, int to) {
        if (media.move(from, to)) {
            moved = to;
        }
    }

    void remove(int place) {
        if (media.remove(place)) {
            if (cover.strangeTo(media.shots)) {
                // It was taken out of the film that is gone.
                cover = cover.withoutFrame();
            }
            moved = Math.min(place, media.shots.size());
        }
    }
}

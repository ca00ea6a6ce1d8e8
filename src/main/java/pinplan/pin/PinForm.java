package pinplan.pin;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /** The media in their order, and what each says, by its place from 1 on. */
    public final List<Long> shots = new ArrayList<>();

    final Map<Integer, String> altTexts = new HashMap<>();
    /** Which of several versions stays, by the part that they are of. */
    final Map<String, Pick> picks = new HashMap<>();
    /** Files of this form that it had already. */
    private final List<String> doubled = new ArrayList<>();
    /** The places of images that brought their text with them. */
    private final List<Integer> offered = new ArrayList<>();

    /** Nothing is saved, since the person has to look at what others did meanwhile. */
    private boolean asks;
    /** What others changed meanwhile and what is saved with it, in a sentence; empty where that is nothing. */
    private String kept = "";

    private String left = "";

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
                || !shots.equals(base.shots)
                || IntStream.rangeClosed(1, Math.max(1, shots.size()))
                        .anyMatch(place -> !altText(place).equals(base.altText(place)))
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
        form.shots.addAll(shots);
        form.altTexts.putAll(altTexts);
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
            form.shots.add(shot);
            form.altTexts.put(1, altText(shots.indexOf(shot) + 1));
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
            form.shots.add(shot.media.id);
            form.altTexts.put(form.shots.size(), shot.altText);
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

    public String altText(int place) {
        return altTexts.getOrDefault(place, "");
    }

    /** What each says by itself, wherever it stands: {@code 77-1} is the first of the media 77. */
    String key(int place) {
        Long shot = shots.get(place - 1);
        return shot + "-" + Collections.frequency(shots.subList(0, place), shot);
    }

    List<String> keys() {
        return IntStream.rangeClosed(1, shots.size()).mapToObj(this::key).toList();
    }

    /** Null where it is not shown. */
    String said(String key) {
        int at = keys().indexOf(key);
        return at < 0 ? null : altText(at + 1);
    }

    /** Other media, or the same in another order, with what each says. */
    void show(List<Long> others, UnaryOperator<String> said) {
        List<Long> shown = List.copyOf(others);
        shots.clear();
        shots.addAll(shown);
        if (!shown.isEmpty()) {
            altTexts.clear();
        }
        for (int place = 1; place <= shown.size(); place++) {
            altTexts.put(place, said.apply(key(place)));
        }
    }

    /** @param pick null: none of them */
    void pick(String name, Pick pick) {
        if (pick != null) {
            picks.put(name, pick);
        }
    }

    void ask() {
        asks = true;
    }

    boolean asks() {
        return asks;
    }

    void keeps(String others) {
        kept = others;
    }

    /** Who only saves may not know that nobody is asked any more. */
    void left(PinStatus was, PinStatus now) {
        if (now == PinStatus.DRAFT && was != now) {
            left = "It was “%s” and is a draft again: submit it for review once it is ready.".formatted(was.word());
        }
    }

    /** What is said of it once it is saved. */
    String news() {
        return Stream.of(kept, left, twice()).filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
    }

    /** @param name what the person calls it */
    void add(Media media, String name) {
        if (shots.contains(media.id)) {
            doubled.add(name);
        } else {
            shots.add(media.id);
            if (altText(shots.size()).isBlank() && !media.altText.isEmpty()) {
                altTexts.put(shots.size(), media.altText);
                offered.add(shots.size());
            }
        }
    }

    /** Says of texts that nobody typed that they have to be read first. */
    void showWhatIsOffered(Errors errors) {
        offered.forEach(place -> errors.add(
                "altText" + place, "This is its text from the library. Read it, then send the pin to review."));
    }

    /** What became of files that are in the pin already; empty where there are none. */
    public String twice() {
        return doubled.stream()
                .distinct()
                .map("“%s” is in this pin already: it is kept once."::formatted)
                .collect(Collectors.joining(" "));
    }

    /** An image goes to the place of another, and those between make room. */
    void move(int from, int to) {
        if (!isPlace(from) || !isPlace(to)) {
            return;
        }
        for (int at = from; at != to; at += Integer.signum(to - from)) {
            swap(at, at + Integer.signum(to - from));
        }
        moved = to;
    }

    void remove(int place) {
        if (isPlace(place)) {
            move(place, shots.size());
            altTexts.remove(shots.size());
            shots.remove(shots.size() - 1);
            if (cover.strangeTo(shots)) {
                // It was taken out of the film that is gone.
                cover = cover.withoutFrame();
            }
            moved = Math.min(place, shots.size());
        }
    }

    private boolean isPlace(int place) {
        return place >= 1 && place <= shots.size();
    }

    private void swap(int place, int other) {
        Collections.swap(shots, place - 1, other - 1);
        String altText = altText(place);
        altTexts.put(place, altText(other));
        altTexts.put(other, altText);
    }
}

package pinplan.pin;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.media.Media;
import pinplan.team.Workspace;
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
    /** Which state of the pin the person began with; 0 for a new pin. */
    public int edition;
    /** Names a new pin's form, so that sending it twice makes one pin; null where it names none. */
    public UUID sheet;
    /** The pin that this very form made before. */
    Long earlier;
    /** The media in their order, and what each says, by its place from 1 on. */
    public final List<Long> shots = new ArrayList<>();

    final Map<Integer, String> altTexts = new HashMap<>();
    /** Files of this form that it had already. */
    private final List<String> doubled = new ArrayList<>();

    private boolean overtaken;

    static PinForm blank(CellTime begin, Campaign campaign, Board board) {
        PinForm form = new PinForm();
        form.sheet = UUID.randomUUID();
        form.publishDate = begin.date();
        form.publishTime = begin.time();
        form.campaign = campaign == null ? "" : campaign.id.toString();
        form.board = board == null ? "" : board.id.toString();
        form.account = board == null ? "" : board.account.id.toString();
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
        if (shot != null) {
            form.shots.add(shot);
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
        form.edition = pin.edition();
        for (Shot shot : pin.shots()) {
            form.shots.add(shot.media.id);
            form.altTexts.put(form.shots.size(), shot.altText);
        }
        return form;
    }

    public String altText(int place) {
        return altTexts.getOrDefault(place, "");
    }

    /** Keeps everything typed and says, field by field, what someone else saved in between. Saving again is then their choice. */
    void overtakenBy(Pin pin, Errors errors) {
        PinForm saved = of(pin);
        errors.add(
                "",
                "Someone else saved this pin in between; it is now “%s”. What you typed is still here. Where it differs, the saved text stands at the field. Save again to replace it."
                        .formatted(pin.status().word()));
        differs(errors, "title", title, saved.title, saved.title);
        differs(errors, "description", description, saved.description, saved.description);
        differs(errors, "link", link, saved.link, saved.link);
        differs(errors, "account", account, saved.account, pin.account() == null ? "" : pin.account().name);
        differs(errors, "board", board, saved.board, pin.board() == null ? "" : pin.board().name);
        differs(errors, "campaign", campaign, saved.campaign, pin.campaign() == null ? "" : pin.campaign().name);
        differs(errors, "publishDate", publishDate, saved.publishDate, saved.publishDate);
        differs(errors, "publishTime", publishTime, saved.publishTime, saved.publishTime);
        if (!shots.equals(saved.shots)) {
            errors.add("media", "Saved in between with %d.".formatted(saved.shots.size()));
        }
        for (int place = 1; place <= saved.shots.size(); place++) {
            differs(errors, "altText" + place, altText(place), saved.altText(place), saved.altText(place));
        }
        edition = pin.edition();
        overtaken = true;
    }

    private static void differs(Errors errors, String field, String typed, String saved, String words) {
        if (!typed.equals(saved)) {
            errors.add(
                    field, words.isEmpty() ? "Saved in between: nothing." : "Saved in between: “%s”".formatted(words));
        }
    }

    boolean overtaken() {
        return overtaken;
    }

    /** @param name what the person calls it */
    void add(Media media, String name) {
        if (shots.contains(media.id)) {
            doubled.add(name);
        } else {
            shots.add(media.id);
        }
    }

    /** What became of files that are in the pin already; empty where there are none. */
    public String twice() {
        return doubled.stream()
                .distinct()
                .map("“%s” is in this pin already: it is kept once."::formatted)
                .collect(Collectors.joining(" "));
    }

    void swap(int place, int other) {
        if (place < 1 || other < 1 || place > shots.size() || other > shots.size()) {
            return;
        }
        java.util.Collections.swap(shots, place - 1, other - 1);
        String altText = altText(place);
        altTexts.put(place, altText(other));
        altTexts.put(other, altText);
    }

    void remove(int place) {
        if (place < 1 || place > shots.size()) {
            return;
        }
        for (int at = place; at < shots.size(); at++) {
            swap(at, at + 1);
        }
        altTexts.remove(shots.size());
        shots.remove(shots.size() - 1);
    }

    /** What was typed, as a pin understands it; whatever can't be understood is said in the errors. */
    PinFields fields(Workspace workspace, Errors errors) {
        Board chosen = board(workspace, errors);
        Account place = account(workspace, errors);
        if (place == null && chosen != null && account.isBlank()) {
            place = chosen.account;
        }
        PinFields fields = new PinFields(
                title,
                description,
                link,
                place,
                chosen,
                campaign(workspace, errors),
                TypedTime.read(publishDate, publishTime, errors),
                shots(workspace, errors));
        PinLimits.check(fields, workspace, errors);
        if (shots.isEmpty() && !altText(1).isBlank()) {
            errors.add("altText1", "Alt text belongs to an image: add one, or take the text away. It would be lost.");
        }
        return fields;
    }

    private Account account(Workspace workspace, Errors errors) {
        return chosen(account, "account", "This account", errors, id -> Account.in(workspace, id));
    }

    private Board board(Workspace workspace, Errors errors) {
        return chosen(board, "board", "This board", errors, id -> Board.in(workspace, id));
    }

    private Campaign campaign(Workspace workspace, Errors errors) {
        return chosen(campaign, "campaign", "This campaign", errors, id -> Campaign.in(workspace, id));
    }

    private static <T> T chosen(
            String id, String field, String what, Errors errors, java.util.function.Function<Long, T> found) {
        if (id.isBlank()) {
            return null;
        }
        try {
            return found.apply(Long.valueOf(id));
        } catch (NumberFormatException | jakarta.ws.rs.NotFoundException e) {
            errors.add(field, what + " is not there any more. Choose another.");
            return null;
        }
    }

    private List<Shot> shots(Workspace workspace, Errors errors) {
        Map<Long, Media> found = new HashMap<>();
        Media.in(workspace, shots).forEach(media -> found.put(media.id, media));
        List<Shot> all = new ArrayList<>();
        for (Long id : shots) {
            if (found.containsKey(id)) {
                all.add(new Shot(found.get(id), altText(all.size() + 1)));
            } else {
                errors.add("media", "One of the images is not there any more. Add it again.");
            }
        }
        return all;
    }
}

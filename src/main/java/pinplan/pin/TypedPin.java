package pinplan.pin;

import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.media.Media;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** The composer's fields as a pin understands them; whatever can't be understood is said in the errors. */
record TypedPin(PinForm form, Workspace workspace, Errors errors) {
    static PinFields read(PinForm form, Workspace workspace, Errors errors) {
        return new TypedPin(form, workspace, errors).fields();
    }

    /** A board alone brings its account, so that the two compare as what they are saved as. */
    static void complete(PinForm form, Workspace workspace) {
        if (form.account.isBlank()) {
            Board board = new TypedPin(form, workspace, new Errors()).board();
            form.account = board == null ? "" : board.account.id.toString();
        }
    }

    private Board board() {
        return chosen(form.board, "board", "This board", id -> Board.in(workspace, id));
    }

    private PinFields fields() {
        Board board = board();
        Account account = chosen(form.account, "account", "This account", id -> Account.in(workspace, id));
        if (account == null && board != null && form.account.isBlank()) {
            account = board.account;
        }
        PinFields fields = new PinFields(
                form.title,
                form.description,
                form.link,
                account,
                board,
                chosen(form.campaign, "campaign", "This campaign", id -> Campaign.in(workspace, id)),
                TypedTime.read(form.publishDate, form.publishTime, errors),
                shots());
        PinLimits.check(fields, workspace, errors);
        if (form.spacingReason != null) {
            PinLimits.text(errors, "spacingReason", "The reason", form.spacingReason, PinLimits.REASON);
        }
        if (form.media.shots.isEmpty() && !form.media.altText(1).isBlank()) {
            errors.add("altText1", "Alt text belongs to an image: add one, or take the text away. It would be lost.");
        }
        return fields;
    }

    private Shot covered(Shot shot, Map<Long, Media> here) {
        if (!shot.media.video()) {
            return shot;
        }
        if (form.cover.framesAnother(form.media.shots)) {
            form.cover = form.cover.withoutFrame();
            errors.add(
                    "coverTime",
                    "The frame was taken out of another film. Take one out of this film, or save again: then this moment of it is the cover.");
            return shot;
        }
        return form.cover.of(shot, here, errors);
    }

    private <T> T chosen(String id, String field, String what, Function<Long, T> found) {
        if (id.isBlank()) {
            return null;
        }
        try {
            return found.apply(Long.valueOf(id));
        } catch (NumberFormatException | NotFoundException e) {
            errors.add(field, what + " is not there any more. Choose another.");
            return null;
        }
    }

    private List<Shot> shots() {
        Map<Long, Media> found = new HashMap<>();
        List<Long> shown = new ArrayList<>(form.media.shots);
        if (!shown.isEmpty() && form.cover.pictureId() != null) {
            shown.add(form.cover.pictureId());
        }
        Media.usable(workspace, shown).forEach(media -> found.put(media.id, media));
        List<Shot> all = new ArrayList<>();
        for (Long id : form.media.shots) {
            if (found.containsKey(id)) {
                all.add(covered(new Shot(found.get(id), form.media.altText(all.size() + 1)), found));
            } else {
                errors.add(
                        "media",
                        "One of the images is not there any more, or in the bin. Take it back from there, or add it again.");
            }
        }
        return all;
    }
}

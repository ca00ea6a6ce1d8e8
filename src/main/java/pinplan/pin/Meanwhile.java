package pinplan.pin;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pinplan.team.Member;
import pinplan.web.Errors;

/** What became of a pin while somebody had its form open: taken into what they typed, or asked about. */
final class Meanwhile {
    private final Pin pin;
    private final PinForm form;
    private final Errors errors;
    private final String was;
    private final boolean stale;
    private final Merge merge;
    private final boolean settled;

    private Meanwhile(Pin pin, PinForm form, Errors errors) {
        this.pin = pin;
        this.form = form;
        this.errors = errors;
        was = form.status;
        stale = form.edition != pin.edition();
        if (stale) {
            // They chose between other versions than there are now.
            form.picks.clear();
        }
        merge = Merge.of(form, PinForm.of(pin));
        settled = merge.into(form);
    }

    /** @param onlySaves whether the button does nothing but save: then what others changed may go with it unseen */
    static void meet(Pin pin, PinForm form, Actor by, boolean onlySaves, Errors errors) {
        if (pin.changeable()) {
            new Meanwhile(pin, form, errors).meet(by.member(), onlySaves);
        } else {
            errors.add(
                    "",
                    "A pin that is “%s” can't be changed. What you typed is not saved; where it differs, it stands below to be copied."
                            .formatted(pin.status().word()));
        }
    }

    private void meet(Member you, boolean onlySaves) {
        List<String> taken = merge.taken();
        if (!stale && settled && taken.isEmpty()) {
            return;
        }
        String who = who(PinEvent.of(pin), merge.since(), you);
        String kept = taken.isEmpty()
                ? ""
                : " %s changed %s meanwhile; %s kept."
                        .formatted(who, all(taken, "the "), taken.size() == 1 ? "it is" : "they are");
        if (!settled) {
            ask("%s saved this pin while you were at it.".formatted(who)
                    + " Nothing that you typed is lost, and nothing is saved yet:"
                    + " where both of you changed the same, choose which one stays."
                    + becomes()
                    + kept);
            merge.partsInClash().forEach(part -> choose(part.key, who));
            if (merge.mediaInClash()) {
                choose(Part.MEDIA, who);
            }
            merge.textsInClash()
                    .forEach(key ->
                            choose("altText" + Math.max(1, form.media.keys().indexOf(key) + 1), who));
        } else if (!onlySaves && !taken.isEmpty()) {
            ask(kept + becomes() + " Nothing is sent yet: look at all of it, then press the button again.");
        } else if (news() && (!onlySaves || agreedOn())) {
            ask(becomes() + " Nothing is saved yet: look at it, then press the button again." + kept);
        } else {
            form.reply.keeps(kept.strip());
        }
    }

    private void ask(String sentence) {
        form.reply.ask();
        errors.add("", sentence.strip());
    }

    private void choose(String field, String who) {
        errors.add(field, who + " changed this too: choose which one stays.");
    }

    private boolean news() {
        return stale && !was.isEmpty() && !was.equals(pin.status().name());
    }

    private String becomes() {
        return !news()
                ? ""
                : " It has become “%s” meanwhile%s."
                        .formatted(
                                pin.status().word(),
                                agreedOn() ? ", and what you change of its content takes that back" : "");
    }

    /** People stand behind what it says, or are asked to: that is not taken back unasked. */
    private boolean agreedOn() {
        return pin.status() != PinStatus.DRAFT && pin.status() != PinStatus.CHANGES_REQUESTED;
    }

    /** Who changed it after that edition. */
    static String who(List<PinEvent> events, int since, Member you) {
        List<PinEvent> later = events.stream()
                .filter(event -> event.edition != null && event.edition > since)
                .toList();
        Set<String> names = new TreeSet<>();
        later.stream()
                .filter(event -> event.by() != null && (event.actor == null || !event.actor.id.equals(you.id)))
                .forEach(event -> names.add(event.by()));
        if (!names.isEmpty()) {
            return all(List.copyOf(names), "");
        }
        if (later.stream().anyMatch(event -> event.actor != null)) {
            return "You (elsewhere)";
        }
        return later.isEmpty() ? "Someone else" : "Pinplan";
    }

    static String deletion(Pin pin) {
        return PinEvent.of(pin).stream()
                .filter(event -> event.kind == PinEvent.Kind.DELETED && event.actor != null)
                .findFirst()
                .map(event -> event.actor.name + " deleted this pin meanwhile.")
                .orElse("This pin was deleted meanwhile.");
    }

    /** one, another and a third */
    static String all(List<String> names, String article) {
        int last = names.size() - 1;
        String first = article + String.join(", " + article, names.subList(0, Math.max(1, last)));
        return last < 1 ? first : first + " and " + article + names.get(last);
    }
}

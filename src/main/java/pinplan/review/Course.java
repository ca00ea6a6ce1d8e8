package pinplan.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.team.Member;
import pinplan.team.Right;

/**
 * How far the agreement on a pin has come: its steps, who took them, and whom it waits for.
 *
 * @param askedBy who sent it on, or moved what somebody had agreed to
 * @param several whether it takes more than one person's word
 */
public record Course(Pin pin, Member askedBy, boolean several, List<Stage> stages, List<Seat> waiting) {

    /**
     * @param decides the same as a sentence
     * @param now whether this is the step that is being taken
     */
    public record Stage(
            int number,
            String words,
            String decides,
            boolean asksGuest,
            boolean now,
            boolean done,
            List<Decision> decisions) {
        public String state() {
            return done ? "Taken" : now ? "Now" : "Then";
        }
    }

    /** Null where nobody was asked. */
    static Course of(Pin pin) {
        Review review = Review.latest(pin);
        return review == null
                ? null
                : of(
                        pin,
                        review,
                        Decision.of(List.of(review)),
                        names(List.of(review)),
                        review.endedAt == null ? Seat.of(pin) : List.of());
    }

    /** Of each of them that takes more than one person's word, without saying whose; the others are plain. */
    static Map<Long, Course> of(List<Pin> pins) {
        List<Review> reviews =
                Review.open(pins).stream().filter(Review::takesSeveral).toList();
        Map<Long, String> names = names(reviews);
        Map<Long, List<Decision>> decisions =
                Decision.of(reviews).stream().collect(Collectors.groupingBy(decision -> decision.review.id));
        return reviews.stream()
                .collect(Collectors.toMap(
                        review -> review.pin.id,
                        review -> of(
                                review.pin, review, decisions.getOrDefault(review.id, List.of()), names, List.of())));
    }

    private static Course of(
            Pin pin, Review review, List<Decision> decisions, Map<Long, String> names, List<Seat> waiting) {
        boolean open = review.endedAt == null;
        return new Course(
                pin,
                review.askedBy,
                review.takesSeveral(),
                IntStream.range(0, review.steps.count())
                        .mapToObj(at -> new Stage(
                                at + 1,
                                review.steps.steps().get(at).words(names),
                                review.steps.steps().get(at).decides(names),
                                review.steps.steps().get(at).asksGuest(),
                                open && at == review.step,
                                at < review.step || !open,
                                decisions.stream().filter(d -> d.step == at).toList()))
                        .toList(),
                waiting);
    }

    private static Map<Long, String> names(List<Review> reviews) {
        List<Long> named = reviews.stream()
                .flatMap(review -> review.steps.everybodyNamed().stream())
                .distinct()
                .toList();
        return named.isEmpty()
                ? Map.of()
                : Member.<Member>list("id in ?1", named).stream()
                        .collect(Collectors.toMap(member -> member.id, member -> member.name));
    }

    /** Mia, Tom or Ana (in place of Ben, who is away) */
    public String whom() {
        if (asksGuest()) {
            return "a guest whose link lets them decide";
        }
        return waiting.stream()
                .map(seat -> seat.member().name + (seat.words().isEmpty() ? "" : " (" + seat.words() + ")"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public boolean asks(Actor actor) {
        return actor.may(Right.APPROVE) && seat(actor) != null;
    }

    /** In whose place this person decides; empty: in their own. */
    public String place(Actor actor) {
        return seat(actor).words();
    }

    /** Whether this person's word is one of those that were given. */
    public boolean agreed(Actor actor) {
        return stages.stream().flatMap(stage -> stage.decisions.stream()).anyMatch(given -> actor.is(given.member));
    }

    private Seat seat(Actor actor) {
        return waiting.stream()
                .filter(seat -> actor.is(seat.member()))
                .findFirst()
                .orElse(null);
    }

    private Optional<Stage> now() {
        return stages.stream().filter(Stage::now).findFirst();
    }

    /** Whether the step that it is at is a guest's. */
    public boolean asksGuest() {
        return now().filter(Stage::asksGuest).isPresent();
    }

    /** For whoever just agreed: You agreed to “Lemon tart”. Now an owner decides, step 2 of 3. */
    String agreed() {
        return now().map(stage -> "You agreed to “%s”.%s".formatted(pin.fullName(), next(stage)))
                .orElseGet(() -> "You approved “%s”.".formatted(pin.fullName()));
    }

    private String next(Stage stage) {
        if (waiting.isEmpty() && !asksGuest()) {
            return stuck();
        }
        return " %s%s."
                .formatted(
                        stage.decisions.isEmpty() && asPlanned() ? "Now " + stage.decides : "It waits for " + whom(),
                        stages.size() == 1 ? "" : ", step %d of %d".formatted(stage.number, stages.size()));
    }

    public String whyNot(Actor actor) {
        if (actor.guest() != null) {
            return pin.mayAgree(actor)
                    ? "Someone else decides on it now."
                    : "The person who gave you this link wrote this pin, so someone else decides.";
        }
        List<Decision> taken = now().map(Stage::decisions).orElse(List.of());
        if (!actor.may(Right.APPROVE)) {
            if (!asPlanned()) {
                return others().strip();
            }
            String who = now().map(Stage::decides).orElse("someone who may approve decides");
            return Character.toUpperCase(who.charAt(0)) + who.substring(1) + "." + (taken.isEmpty() ? "" : others());
        }
        if (taken.stream().anyMatch(decision -> actor.is(decision.member))) {
            return "You agreed to it." + others();
        }
        if (!pin.mayAgree(actor)) {
            return "This is your own pin." + elsewhere();
        }
        return actor.is(askedBy) && !pin.workspace().authorsMayApprove
                ? "You moved it." + elsewhere()
                : "You are not asked about it." + others();
    }

    /** Whether those whom the step names can take it, one of them at least; else somebody does in their place, or nobody can. */
    private boolean asPlanned() {
        return asksGuest() || waiting.stream().anyMatch(seat -> seat.insteadOf() == null);
    }

    private String elsewhere() {
        return (stuck().isEmpty() ? " Someone else who may approve decides." : "") + others();
    }

    private String others() {
        return waiting.isEmpty() && !asksGuest() ? stuck() : " It waits for " + whom() + ".";
    }

    /** Nobody is left to ask; empty: somebody is. */
    private String stuck() {
        return waiting.isEmpty() && !asksGuest()
                ? " Nobody is left for this step: everyone it asks wrote, submitted or moved this pin. Another admin"
                        + " or owner could decide instead, once you invite one; or change the policy to ask other people."
                : "";
    }
}

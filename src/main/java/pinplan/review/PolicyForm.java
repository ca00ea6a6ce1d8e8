package pinplan.review;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pinplan.autosave.Filled;
import pinplan.team.Membership;
import pinplan.team.Right;
import pinplan.team.Role;
import pinplan.web.Errors;
import pinplan.web.Ids;
import pinplan.web.Typed;

/** A policy as chosen. */
public class PolicyForm {
    static final String PEOPLE = "PEOPLE";
    static final String GUEST = "GUEST";
    static final String OWN = "own";
    static final String AGAIN = "again";
    private static final List<Role> ROLES = List.of(Role.APPROVER, Role.ADMIN, Role.OWNER);

    /**
     * A step as chosen.
     *
     * @param who a role, {@link #PEOPLE}, {@link #GUEST}, or empty: there is no such step
     */
    public record Line(int number, String who, boolean everyone, List<Long> people) {
        public boolean chose(String who) {
            return this.who.equals(who);
        }

        public boolean named(Long member) {
            return people.contains(member);
        }

        public String field() {
            return "step" + number;
        }

        public String whoField() {
            return "who" + number;
        }

        public String needsField() {
            return "needs" + number;
        }

        Step step() {
            if (chose(GUEST)) {
                return Step.A_GUEST;
            }
            boolean named = chose(PEOPLE);
            return new Step(everyone, named ? null : Role.valueOf(who), named ? people : List.of());
        }
    }

    public List<Line> lines;
    public String moves;
    public String movesDays;
    public String late;
    public String lateTimes;
    /** Of a campaign: whether it has one of its own. */
    public String whose;
    /** What becomes of the pins that are in review by other steps. */
    public String inReview;

    public String version;

    /** @param kept its own; null where there is none, and what it goes by is shown */
    static PolicyForm of(Policy policy, Policy kept) {
        PolicyForm form = new PolicyForm();
        List<Step> steps = policy.steps.steps();
        form.lines = lines(at -> at > steps.size() ? line(at, null) : line(at, steps.get(at - 1)));
        form.moves = policy.moves.name();
        form.movesDays = String.valueOf(policy.movesDays);
        form.late = policy.late.name();
        form.lateTimes = String.valueOf(policy.lateTimes);
        form.whose = kept == null ? "" : OWN;
        form.inReview = "";
        form.version = version(kept);
        return form;
    }

    /** Of what is not kept yet: none, so that it is no match for what somebody kept meanwhile. */
    static String version(Policy policy) {
        return policy == null || policy.id == null ? "" : String.valueOf(policy.version);
    }

    private static List<Line> lines(java.util.function.IntFunction<Line> one) {
        return IntStream.rangeClosed(1, Steps.MOST).mapToObj(one).toList();
    }

    private static Line line(int number, Step step) {
        return step == null
                ? new Line(number, "", false, List.of())
                : new Line(number, who(step), step.everyone(), step.people());
    }

    private static String who(Step step) {
        return step.asksGuest()
                ? GUEST
                : step.role() == null ? PEOPLE : step.role().name();
    }

    static PolicyForm read(Filled kept) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        kept.fields().forEach(typed::addAll);
        return read(typed);
    }

    static PolicyForm read(MultivaluedMap<String, String> typed) {
        PolicyForm form = new PolicyForm();
        form.lines = lines(at -> new Line(
                at,
                text(typed, "who" + at),
                "all".equals(text(typed, "needs" + at)),
                typed.getOrDefault("people" + at, List.of()).stream()
                        .map(Ids::read)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        form.moves = text(typed, "moves");
        form.movesDays = text(typed, "movesDays");
        form.late = text(typed, "late");
        form.lateTimes = text(typed, "lateTimes");
        form.whose = text(typed, "whose");
        form.inReview = text(typed, "inReview");
        form.version = text(typed, "version");
        return form;
    }

    private static String text(MultivaluedMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }

    public boolean own() {
        return OWN.equals(whose);
    }

    public boolean again() {
        return AGAIN.equals(inReview);
    }

    /** Says what is wrong, and writes into the policy what is not. */
    void read(Policy policy, List<Membership> members, Errors errors) {
        List<Step> steps = new ArrayList<>();
        for (Line line : lines) {
            if (!line.who().isEmpty() && fits(line, members, errors)) {
                steps.add(line.step());
            }
        }
        policy.moves = one(Moves.values(), moves, "moves", errors);
        policy.movesDays = number("movesDays", movesDays, policy.moves.counted(), 365, errors);
        policy.late = one(Late.values(), late, "late", errors);
        policy.lateTimes = number("lateTimes", lateTimes, policy.late.counted(), 30, errors);
        policy.steps = new Steps(steps);
    }

    /** A number that nothing asks for is not complained about. */
    private static int number(String field, String typed, boolean asked, int most, Errors errors) {
        return Typed.line(field, typed, asked ? errors : new Errors()).number(1, most);
    }

    private static boolean fits(Line line, List<Membership> members, Errors errors) {
        if (!line.chose(PEOPLE)) {
            if (!line.chose(GUEST) && ROLES.stream().noneMatch(role -> line.chose(role.name()))) {
                errors.add(line.field(), "Choose who takes this step from the list.");
                return false;
            }
            return true;
        }
        List<Long> able = members.stream()
                .filter(place -> place.role().may(Right.APPROVE))
                .map(place -> place.member.id)
                .toList();
        if (line.people().isEmpty()) {
            errors.add(line.field(), "Choose at least one person.");
        } else if (!able.containsAll(line.people())) {
            errors.add(line.field(), "Choose only people who may approve in this workspace.");
        }
        return errors.of(line.field()) == null;
    }

    private static <E extends Enum<E>> E one(E[] all, String name, String field, Errors errors) {
        return Stream.of(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(field, "Choose one of these.");
                    return all[0];
                });
    }

    /** For templates. */
    public boolean chose(Moves one) {
        return one.name().equals(moves);
    }

    /** For templates. */
    public boolean chose(Late one) {
        return one.name().equals(late);
    }

    public List<Role> roles() {
        return ROLES;
    }

    public List<Moves> everyMoves() {
        return Arrays.asList(Moves.values());
    }

    public List<Late> everyLate() {
        return Arrays.asList(Late.values());
    }
}

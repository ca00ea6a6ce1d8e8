package pinplan.support;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** Words for the house rules about who calls what. */
public final class Calls extends DescribedPredicate<JavaMethodCall> {
    private final Predicate<JavaMethodCall> test;

    private Calls(String description, Predicate<JavaMethodCall> test) {
        super(description);
        this.test = test;
    }

    @Override
    public boolean test(JavaMethodCall call) {
        return test.test(call);
    }

    public static Calls callTo() {
        return new Calls("a call", call -> true);
    }

    public static Calls callTo(String name, Class<?>... owners) {
        return new Calls(
                name + " of " + Arrays.toString(owners),
                call -> call.getTarget().getName().equals(name)
                        && Arrays.stream(owners).anyMatch(call.getTargetOwner()::isEquivalentTo));
    }

    public Calls named(String... names) {
        return and(
                "to " + Arrays.toString(names),
                call -> Set.of(names).contains(call.getTarget().getName()));
    }

    /** Wherever it is inherited. */
    public Calls declaredBy(Class<?> type) {
        return and(
                "of " + type.getSimpleName(),
                call -> call.getTarget()
                        .resolveMember()
                        .filter(method -> method.getOwner().isEquivalentTo(type))
                        .isPresent());
    }

    public Calls withoutArgumentOf(Class<?> type) {
        return and(
                "without " + type.getSimpleName(),
                call -> call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(type)));
    }

    private Calls and(String more, Predicate<JavaMethodCall> also) {
        return new Calls(getDescription() + " " + more, test.and(also));
    }

    public static ArchCondition<JavaMethod> be(String what, Predicate<JavaMethod> test) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(method, test.test(method), method.getFullName()));
            }
        };
    }
}

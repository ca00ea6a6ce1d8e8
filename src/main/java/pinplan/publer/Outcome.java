package pinplan.publer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** How one request to Publer ended. The names are the rows of the table that decides what happens next. */
public sealed interface Outcome<T> {
    Evidence evidence();

    /** One sentence for people: why there is no value. */
    String sentence();

    default Optional<T> value() {
        return Optional.empty();
    }

    /** The same ending of a step that was on the way to something else. Only for endings without a value. */
    <U> Outcome<U> instead();

    default <U> Outcome<U> map(Function<T, U> onAnswer) {
        return instead();
    }

    /** Publer answered in a shape that we understand. For a create this means accepted, not yet made. */
    record Answered<T>(T answer, Evidence evidence) implements Outcome<T> {
        @Override
        public String sentence() {
            return "Publer answered.";
        }

        @Override
        public Optional<T> value() {
            return Optional.ofNullable(answer);
        }

        @Override
        public <U> Outcome<U> instead() {
            throw new IllegalStateException("an answer cannot stand for another step's failure");
        }

        @Override
        public <U> Outcome<U> map(Function<T, U> onAnswer) {
            return new Answered<>(onAnswer.apply(answer), evidence);
        }
    }

    /** Nothing of the request reached Publer: no name, no connection, or our own deadline was past. */
    record NoEffect<T>(String sentence, Evidence evidence) implements Outcome<T> {
        @Override
        public <U> Outcome<U> instead() {
            return new NoEffect<>(sentence, evidence);
        }
    }

    /** Too many requests. */
    record Throttled<T>(Evidence evidence) implements Outcome<T> {
        /** Where Publer does not say for how long: its limit counts two minutes. */
        private static final Duration UNSAID = Duration.ofSeconds(120);
        /** A reset further away than Publer's own window and a half is a mistake, or one of the clocks is wrong. */
        private static final Duration SANE = Duration.ofSeconds(180);

        /**
         * When to ask again: Publer's own word where it is sane.
         *
         * @param now by the clock that the wait will be kept by
         */
        public Instant until(Instant now) {
            Instant reset = evidence.reset();
            boolean sane = reset != null && reset.isAfter(now) && !reset.isAfter(now.plus(SANE));
            return sane ? reset : now.plus(UNSAID);
        }

        @Override
        public String sentence() {
            return "Publer asks us to wait: too many requests in two minutes.";
        }

        @Override
        public <U> Outcome<U> instead() {
            return new Throttled<>(evidence);
        }
    }

    /** 401, 403 or 404: the key, the workspace or the plan is not right. Nothing was made. */
    record Denied<T>(String sentence, Evidence evidence) implements Outcome<T> {
        @Override
        public <U> Outcome<U> instead() {
            return new Denied<>(sentence, evidence);
        }
    }

    /** The 403 that only means "not now": another upload is still being fetched. */
    record Busy<T>(String sentence, Evidence evidence) implements Outcome<T> {
        @Override
        public <U> Outcome<U> instead() {
            return new Busy<>(sentence, evidence);
        }
    }

    /** 400, 413 or 422 with a reason that can be read. Probably nothing was made. */
    record Refused<T>(String sentence, Evidence evidence) implements Outcome<T> {
        @Override
        public <U> Outcome<U> instead() {
            return new Refused<>(sentence, evidence);
        }
    }

    /** The request may or may not have been carried out. Only looking tells. */
    record Unknown<T>(String sentence, Evidence evidence) implements Outcome<T> {
        @Override
        public <U> Outcome<U> instead() {
            return new Unknown<>(sentence, evidence);
        }
    }
}

package pinplan.pin;

import io.quarkus.arc.Arc;
import java.time.Instant;
import java.time.LocalDateTime;
import pinplan.campaign.Campaign;

/** Whose agreement a pin needs, and what of it outlives a move. Whoever keeps what people set for that answers. */
public interface Agreement {
    /**
     * One person agreed.
     *
     * @param last nobody else is asked
     * @param note which step that was, and in whose place
     */
    record Given(boolean last, String note) {}

    static Agreement sought() {
        return Arc.container().instance(Agreement.class).get();
    }

    /** Begins to ask. True: nobody but whoever wants it is asked, so that this is their approval. */
    boolean ask(Pin pin, Actor by, Instant now);

    /**
     * It has another time while people are asked. True: somebody had agreed to the one before, and is asked again.
     *
     * @param by null: nobody moved it
     */
    boolean askAgain(Pin pin, Actor by, Instant now);

    /**
     * It has the time again that it had in this edition. True: what came after that had asked again who had agreed to it; they need
     * not, and whoever moved it may.
     */
    boolean resume(Pin pin, int since, Instant now);

    /** Nobody is asked any more: what they had agreed to before holds again. */
    void takeBack(Pin pin, Instant now);

    boolean waitsFor(Pin pin, Actor by);

    /** Takes note of it, or says why it is not theirs to give. */
    Given give(Pin pin, Actor by, Instant now);

    /** Whether this one person's word is all that would be asked for it. */
    boolean alone(Pin pin, Actor by);

    /**
     * Whether the approval holds at that time: the last word, and each before it.
     *
     * @param approvedFor null where it had no time
     */
    boolean holds(Pin pin, Instant approvedFor, Instant at);

    /** Whether who looked at it at one time has seen it at the other too. */
    boolean outlives(Pin pin, Instant seenFor, Instant at);

    /** Whether other people are asked in that campaign, or without one, than where it is. */
    boolean othersDecide(Pin pin, Campaign there);

    /** It was not agreed on in time: when it may go out instead; null: it waits. */
    LocalDateTime later(Pin pin, Instant now);
}

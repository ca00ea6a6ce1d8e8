package pinplan.publishing;

import java.time.Instant;
import pinplan.board.Board;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.Refused;
import pinplan.team.Topic;

/** What a person decides about a publication where the machine may not; whatever is decided stays in its timeline with their name. */
record Verdict(Publication publication, Actor by, Instant now) {
    void lookAgain() {
        requireDoubt();
        note("asked to look at Publer again");
        publication.looks.askedFor();
        publication.due(now);
    }

    /**
     * Somebody looked at Publer: it is not there.
     *
     * @return what becomes of it
     */
    String notThere() {
        requireAbsent();
        boolean ends = publication.recallWanted;
        note("looked, and it is not there" + (ends ? "" : ": send it again"));
        boolean lookable = publication.lookable();
        if (lookable) {
            publication.saidAbsent(now);
        } else {
            publication.provedAbsent(now);
        }
        String first = lookable ? " after one more look at Publer" : "";
        return ends
                ? "It was withdrawn or changed meanwhile, so this order ends%s.".formatted(first)
                : "It is sent again%s.".formatted(first);
    }

    /** Somebody looked, and it shall not go out. */
    void giveUp() {
        requireAbsent();
        publication.pin.withdraw(by, now);
        note("looked, and it is not there: it shall not go out");
        if (!publication.lookable()) {
            publication.cancelled("", now);
        } else if (publication.asks()) {
            publication.saidAbsent(now);
        }
    }

    /** Somebody saw it on Pinterest. */
    void isOut(String link) {
        requireDoubt();
        note("saw it on Pinterest" + (link.isEmpty() ? "" : ": " + link));
        publication.sawItOut(link, now);
    }

    /** Somebody recognised it at Publer, where nobody but a person can: the next look takes it for this one. */
    void adopt(String postId) {
        requireDoubt();
        if (!publication.adoptable().contains(postId)) {
            throw new Refused("", "That post is not among those that Publer showed in its place.");
        }
        note("says that Publer has it as post " + postId);
        publication.isPost(postId);
        publication.due(now);
    }

    /** What somebody made of it at Publer is right: from now on that is what is approved. */
    void takeOver(String seen) {
        requireContentDrift(seen);
        Drift drift = publication.drift;
        Pin pin = publication.pin;
        Board board = drift.board(pin.board());
        if (board == null) {
            throw new Refused(
                    "", "The board that it is on there is not among the boards of %s.".formatted(pin.account().name));
        }
        note("agrees to what it is at Publer: " + drift.words());
        pin.takeOver(
                new PinFields(
                        drift.theirs("title", pin.title()),
                        drift.theirs("description", pin.description()),
                        drift.theirs("link", pin.leads().ships()),
                        pin.account(),
                        board,
                        pin.campaign(),
                        pin.planned().local(),
                        pin.shots()),
                by,
                now);
        publication.agreed(now);
    }

    /** It may go out as somebody made it at Publer, though here it stays as it was approved. */
    void letBe(String seen) {
        requireContentDrift(seen);
        note("lets it go out as it is at Publer: " + publication.drift.words());
        publication.letBe(now);
    }

    /** It went out other than approved or wanted, and somebody saw that. */
    void acknowledge() {
        if (!publication.outUnseen()) {
            throw new Refused("", "There is nothing left to acknowledge.");
        }
        note("saw how it went out: " + Waiting.outUnseen(publication));
        publication.outSeen(now);
    }

    /** What was approved goes out: theirs is deleted at Publer, and ours is ordered again once it is gone. */
    void putBack() {
        requireDrift();
        note("puts back what was approved");
        publication.recalling(now);
    }

    private void note(String sentence) {
        publication.tell(by.member(), sentence, now);
        publication.pin.deed(Topic.PUBLISHING, sentence, by, now).record();
    }

    private void requireDoubt() {
        if (!publication.asks()) {
            throw new Refused("", "Its outcome is known by now.");
        }
    }

    /** @param seen the change that somebody looked at */
    private void requireContentDrift(String seen) {
        requireDrift();
        if (publication.drift.timeMoved()) {
            throw new Refused("", "Its time was moved there. Put back what was approved, or withdraw the pin.");
        }
        if (!publication.drift.is(seen)) {
            throw new Refused("", "It was changed at Publer once more. Look at it again before you decide.");
        }
    }

    private void requireDrift() {
        if (!publication.drifts()) {
            throw new Refused("", "At Publer it is as approved by now.");
        }
    }

    /** That it is not there can be said only when nothing can still arrive, and Publer's list did not have it last. */
    private void requireAbsent() {
        requireDoubt();
        if (now.isBefore(publication.decidableAt())) {
            throw new Refused(
                    "",
                    "What we sent may still arrive at Publer. This can be decided from %s on."
                            .formatted(Waiting.at(publication, publication.decidableAt())));
        }
        Instant listedAt = publication.listedAt();
        if (listedAt != null && publication.lookable()) {
            throw new Refused(
                    "",
                    "Publer's list had it as post %s on %s. Withdraw the pin, and it is taken back there first."
                            .formatted(publication.publerPostId, Waiting.at(publication, listedAt)));
        }
    }
}

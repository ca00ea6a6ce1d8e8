package pinplan.review;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinPage;
import pinplan.pin.Pointer;
import pinplan.pin.Refused;
import pinplan.team.Member;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** What a member says about a pin: it begins a thread, or answers one. */
@Entity
public class Comment extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Pin pin;

    /** What it answers; null where it begins a thread. */
    @ManyToOne(fetch = FetchType.LAZY)
    Comment thread;

    /** That of its thread. */
    @Enumerated(EnumType.STRING)
    public Audience audience;

    /** Null: a guest's. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member author;

    public Long guestId;
    public String guestName = "";

    /** Empty once it is deleted: who and when stays, what does not. */
    public String text;

    /** What it is about. */
    @Embedded
    public Pointer pointer = new Pointer();

    public Instant madeAt;
    public Instant editedAt;
    public Instant deletedAt;
    public Instant resolvedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member resolvedBy;

    @ElementCollection
    @CollectionTable(name = "comment_wording", joinColumns = @JoinColumn(name = "comment_id"))
    @OrderColumn(name = "position")
    public List<Wording> before = new ArrayList<>();

    /** Whom it names. */
    @ManyToMany
    @JoinTable(
            name = "comment_mention",
            joinColumns = @JoinColumn(name = "comment_id"),
            inverseJoinColumns = @JoinColumn(name = "member_id"))
    Set<Member> mentioned = new HashSet<>();

    @Version
    public int version;

    // ---- finding ----

    static Comment in(Pin pin, Long id) {
        return Comment.<Comment>find("pin = ?1 and id = ?2", pin, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** For every change. */
    static Comment locked(Pin pin, Long id) {
        return Comment.<Comment>find("pin = ?1 and id = ?2", pin, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** What guests read of these pins, and what they may answer to: by pin. */
    public static Map<Long, Paging<CommentThread>> external(List<Pin> pins) {
        return Threads.of(pins, Threads.Kind.EXTERNAL);
    }

    /** One that guests may answer to. */
    public static Comment external(Pin pin, Long id) {
        return Comment.<Comment>find("pin = ?1 and id = ?2 and audience = ?3", pin, id, Audience.EXTERNAL)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Who said something in its thread. */
    public Set<Long> participants() {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct c.author.id from Comment c where (c = ?1 or c.thread = ?1)"
                                + " and c.author is not null and c.deletedAt is null",
                        Long.class)
                .setParameter(1, first())
                .getResultList());
    }

    // ---- verbs ----

    public static Comment begin(Pin pin, Audience audience, String text, Actor by, Instant now) {
        return begin(pin, audience, text, Pointer.none(), by, now);
    }

    public static Comment begin(Pin pin, Audience audience, String text, Pointer pointer, Actor by, Instant now) {
        return say(pin, null, audience, text, pointer, by, now);
    }

    /** Says something more in its thread. Who answers a resolved one opens it again. */
    public Comment answer(String text, Actor by, Instant now) {
        Comment first = first();
        Comment answer = say(pin, first, first.audience, text, Pointer.none(), by, now);
        first.open();
        return answer;
    }

    private static Comment say(
            Pin pin, Comment thread, Audience audience, String text, Pointer pointer, Actor by, Instant now) {
        if (!by.may(Right.COMMENT)) {
            throw new Refused("", "You may not comment here.");
        }
        Comment comment = new Comment();
        comment.workspace = pin.workspace();
        comment.pin = pin;
        comment.thread = thread;
        comment.audience = audience;
        comment.author = by.member();
        if (by.guest() != null) {
            comment.guestId = by.guest().id();
            comment.guestName = by.guest().name();
        }
        comment.text = Wording.checked(text);
        comment.pointer = pointer;
        comment.madeAt = now;
        comment.persist();
        comment.done(thread == null ? "commented" : "answered a comment", by, now);
        return comment.tell(true, by, now);
    }

    /** @param seen how often it had been changed when its author began to */
    Comment edit(String text, String seen, Actor by, Instant now) {
        requireAuthor(by);
        String wanted = Wording.checked(text);
        if (wanted.equals(this.text)) {
            return this;
        }
        if (!seen.equals(String.valueOf(before.size()))) {
            throw new Refused("text", "You changed it elsewhere meanwhile; it says now: “%s”".formatted(this.text));
        }
        before.add(new Wording(this.text, now));
        this.text = wanted;
        editedAt = now;
        done("changed a comment", by, now);
        return tell(false, by, now);
    }

    /** Of somebody whom it calls and who is not told, as nobody or more than one is called so; else empty. */
    String unheard() {
        String called = Mentions.nobody(text, workspace);
        return called.isEmpty()
                ? ""
                : "“%s” was not found: write the whole name as on the team page.".formatted(called);
    }

    /** Whoever follows what is said learns of it, and of those who are named now and were not before. */
    private Comment tell(boolean anew, Actor by, Instant now) {
        Set<Long> named = Mentions.follow(text, workspace, mentioned);
        CDI.current().getBeanManager().getEvent().fire(new Said(this, anew, named, by.member(), now));
        return this;
    }

    /** What it said is gone, from before its changes too; that it was there stays. */
    Comment delete(Actor by, Instant now) {
        requireAuthor(by);
        before.clear();
        mentioned.clear();
        text = "";
        pointer = Pointer.none();
        deletedAt = now;
        done("deleted a comment", by, now);
        return this;
    }

    Comment resolve(Actor by, Instant now) {
        requireFirst();
        if (resolvedAt == null) {
            resolvedAt = now;
            resolvedBy = by.member();
            done("resolved a comment", by, now);
        }
        return this;
    }

    Comment reopen(Actor by, Instant now) {
        requireFirst();
        if (resolvedAt != null) {
            open();
            done("opened a comment again", by, now);
        }
        return this;
    }

    private void open() {
        resolvedAt = null;
        resolvedBy = null;
    }

    /** Who did it and when stays in the activity; what is said does not, since who said it may take it back. */
    private void done(String words, Actor by, Instant now) {
        pin.deed(Topic.REVIEW, "%s (%s)".formatted(words, audience.word().toLowerCase(Locale.ROOT)), by, now)
                .record();
    }

    private void requireFirst() {
        if (thread != null) {
            throw new Refused("", "A thread is resolved as a whole.");
        }
    }

    private void requireAuthor(Actor by) {
        if (!by.is(author)) {
            throw new Refused("", "Only the person who wrote a comment can change it.");
        }
        if (deletedAt != null) {
            throw new Refused("", "This comment is deleted.");
        }
    }

    // ---- reading ----

    public String by() {
        return author == null ? guestName + " (guest)" : author.name;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    public boolean resolved() {
        return resolvedAt != null;
    }

    /** The one that began its thread. */
    Comment first() {
        return thread == null ? this : thread;
    }

    /** How many answers came in its thread after this one: none of interest after the one that began it. */
    long answersAfter() {
        return thread == null ? 0 : count("thread = ?1 and id > ?2", thread, id);
    }

    /** Where it stands on its pin's page, whatever that begins with. */
    String place() {
        return PinPage.at(pin.id) + (Turn.needless(this) ? "" : "?comment=" + id) + "#comment-" + id;
    }

    /** Whether it answers another one. */
    public boolean answers() {
        return thread != null;
    }

    /** Its text, with the names in it apart. */
    public List<Mentions.Part> parts() {
        return Mentions.parts(text, mentioned);
    }

    /** For who may still change it. */
    public boolean isOf(Actor actor) {
        return actor.is(author) && !deleted();
    }

    /** The name of what is typed to change it. */
    public String field() {
        return field(id);
    }

    static String field(Long comment) {
        return "wording-" + comment;
    }

    /** The name of what is typed to answer it. */
    public String answerField() {
        return answerField(id);
    }

    public static String answerField(Long thread) {
        return "answer-" + thread;
    }
}

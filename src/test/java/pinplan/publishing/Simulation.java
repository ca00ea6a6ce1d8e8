package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import pinplan.pin.Content;
import pinplan.pin.Publishing;
import pinplan.pin.Revision;
import pinplan.publer.Access;
import pinplan.publer.Evidence;
import pinplan.publer.Job;
import pinplan.publer.Outcome;
import pinplan.team.Workspace;

/**
 * A day of one account, with clock, network and crashes in its hand. What is decided is decided by the code that decides
 * in production: {@link Publication}, {@link Punctuality}, {@link Receipt}, {@link Inquiry} and what these ask.
 */
final class Simulation implements Inquiry.Publer, Inquiry.Records {
    private static final Instant BEGIN = Instant.parse("2027-03-01T08:00:00Z");
    private static final Access HERE = new Access("https://publer.example", "key", "workspace", 1);
    private static final Duration TURN = Duration.ofSeconds(90);
    private static final int MOST_STEPS = 20_000;

    /** The process that was doing something is no more. */
    private static final class Killed extends RuntimeException {
        private Killed() {
            super(null, null, false, false);
        }
    }

    private record Event(Instant at, int number, Consumer<Instant> what) {}

    final List<SimulatedPublication> publications = new ArrayList<>();
    final List<SimulatedPin> pins = new ArrayList<>();
    final SimulatedPubler publer;
    final Random chance;
    final Policy policy;
    Instant rememberedSince = BEGIN.minus(Duration.ofDays(1));

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final Workspace workspace = new Workspace();
    private final boolean replicas;
    private Instant now = BEGIN;
    private Instant up = BEGIN;
    private int count;
    private int lives;
    private int nested;
    private int steps;

    Simulation(long seed, Policy policy, int pins) {
        this.chance = new Random(seed);
        this.policy = policy;
        this.publer = new SimulatedPubler(chance);
        this.replicas = chance.nextBoolean();
        workspace.zone = ZoneId.of("UTC");
        for (int i = 0; i < pins; i++) {
            plan(i);
        }
    }

    // ---- what people do ----

    private void plan(int number) {
        Instant created = BEGIN.plusSeconds(chance.nextInt(1800));
        Instant at = created.plusSeconds(60L * (1 + chance.nextInt(180))).truncatedTo(ChronoUnit.MINUTES);
        SimulatedPin pin = new SimulatedPin(content(number, 1), at, created);
        pins.add(pin);
        events.add(new Event(created, count++, then -> order(pin, then)));
        if (chance.nextInt(10) == 0) {
            Content next = chance.nextBoolean() ? content(number, 2) : null;
            Instant when = created.plusSeconds(chance.nextInt(9000));
            events.add(new Event(when, count++, then -> edit(pin, next, then)));
        }
    }

    private Content content(int number, int edition) {
        // Some pins of an account share all that a listing shows.
        boolean twin = number % 3 == 2;
        return new Content(
                twin ? "Twin" : "Tart " + number,
                edition == 1 ? "Twelve slices." : "Ten slices, edition " + edition + ".",
                "https://example.org/" + (twin ? "twin" : number),
                SimulatedPubler.ACCOUNT,
                "934145216398624390",
                List.of());
    }

    void order(SimulatedPin pin, Instant then) {
        SimulatedPublication publication = policy.order(this);
        publication.id = (long) publications.size() + 1;
        publication.workspace = workspace;
        publication.pin = pin;
        publication.revision = new Revision() {};
        publication.revision.content = pin.wanted;
        publication.publerAccountId = SimulatedPubler.ACCOUNT;
        Instant from = pin.wantedAt.isBefore(then) ? then : pin.wantedAt;
        publication.publishAt = freeMinute(publication, from);
        publication.wantedAt = publication.publishAt;
        publication.zone = workspace.zone;
        publication.publishNow = chance.nextInt(3) == 0;
        publication.orderedAt = then;
        publication.due(publication.publishNow ? publication.publishAt : then);
        pin.order = publication;
        publications.add(publication);
        publication.begin(null, then);
    }

    /** Also an edit of something that is out: nothing follows from that. */
    private void edit(SimulatedPin pin, Content next, Instant then) {
        if (pin.order == null || !pin.order.state().living()) {
            return;
        }
        pin.wanted = next;
        pin.order.takeBack(then);
    }

    Instant freeMinute(Publication wanted, Instant from) {
        Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
        while (taken(wanted, minute)) {
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    private boolean taken(Publication wanted, Instant minute) {
        return publications.stream()
                .anyMatch(other -> other != wanted
                        && other.publishAt.equals(minute)
                        && other.state() != Publishing.REJECTED
                        && other.state() != Publishing.CANCELLED);
    }

    /** Soon, in a transaction of its own. */
    void after(Consumer<Instant> what) {
        events.add(new Event(now, count++, what));
    }

    // ---- time ----

    /** Until nothing is left to be done, or for so long that what is left would never be done. */
    void run() {
        Instant end = BEGIN.plus(Duration.ofHours(12));
        while (step(end)) {}
        now = end;
        publer.advance(end.plus(Duration.ofHours(12)));
    }

    private boolean step(Instant end) {
        if (++steps > MOST_STEPS) {
            throw new IllegalStateException("it goes round in circles");
        }
        Event event = events.peek();
        SimulatedPublication due = due();
        Instant dueAt = due == null ? Instant.MAX : later(due.dueAt, up).plusMillis(chance.nextInt(1000));
        Instant eventAt = event == null ? Instant.MAX : event.at();
        Instant next = dueAt.isBefore(eventAt) ? dueAt : eventAt;
        if (next.isAfter(end)) {
            return false;
        }
        now = later(now, next);
        if (next == eventAt) {
            events.poll().what().accept(now);
        } else {
            work(due);
        }
        return true;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    private SimulatedPublication due() {
        return publications.stream()
                .filter(publication -> publication.dueAt != null)
                .min(Comparator.comparing(publication -> publication.dueAt))
                .orElse(null);
    }

    /** Something takes its time, and meanwhile others go on. */
    private void elapse(Duration time) {
        Instant until = now.plus(time);
        int life = lives;
        if (nested < 3) {
            nested++;
            try {
                while (step(until)) {}
            } finally {
                nested--;
            }
        }
        now = later(now, until);
        if (life != lives) {
            throw new Killed();
        }
    }

    // ---- what the ticks do ----

    private void work(SimulatedPublication publication) {
        try {
            if (publication.state() == Publishing.PENDING && !publication.looksFirst()) {
                claim(publication);
            } else {
                look(publication);
            }
        } catch (Killed killed) {
            // What it had not written down is forgotten.
        }
    }

    /** One of several goes on without it; alone it is started again some time later, and knows that it was away. */
    private Killed kill() {
        if (!replicas) {
            lives++;
            up = now.plusSeconds(5 + chance.nextInt(chance.nextInt(10) == 0 ? 7200 : 300));
            rememberedSince = up;
        }
        return new Killed();
    }

    private void claim(SimulatedPublication publication) {
        if (publication.mayBeForgotten(rememberedSince)) {
            publication.lookFirst(now);
            return;
        }
        if (!Punctuality.mayGo(publication, now)) {
            return;
        }
        Instant minute = Punctuality.minute(publication, now);
        if (minute.isAfter(now)) {
            publication.waits(Fault.LIMIT, "It is late and goes out at the next free minute.", minute);
            return;
        }
        if (Punctuality.late(publication, now)) {
            publication.movedTo(minute, now);
        }
        Attempt attempt = publication.sending(HERE.place(), "POST /posts/schedule", "", false, now);
        Outcome<String> outcome = send(publication, Trouble.drawn(chance));
        Receipt.of(publication, attempt, outcome, now);
    }

    private Outcome<String> send(SimulatedPublication publication, Trouble trouble) {
        return switch (trouble) {
            case NONE -> accepted(create(publication, chance.nextInt(4), false));
            case NO_CONNECTION -> new Outcome.NoEffect<>("No connection to Publer could be made.", evidence(0));
            case THROTTLED -> new Outcome.Throttled<>(evidence(429));
            case DENIED -> new Outcome.Denied<>("Publer does not accept the key.", evidence(401));
            case REFUSED -> new Outcome.Refused<>("The title is too long.", evidence(422));
            case ERROR_WITHOUT_EFFECT -> unknown(500);
            case REQUEST_LOST -> unknown(0);
            case ERROR_WITH_EFFECT -> made(publication, 1, 500);
            case ANSWER_LOST -> made(publication, 1, 0);
            case STRAGGLER -> made(publication, 1 + chance.nextInt(295), 0);
            case SLOW_JOB -> accepted(create(publication, 60 + chance.nextInt(1500), false));
            case EMPTY_JOB -> accepted(create(publication, 2, true));
            case KILLED_BEFORE_SENDING -> throw kill();
            case KILLED_AFTER_SENDING -> {
                create(publication, 1, false);
                throw kill();
            }
            case FROZEN_BEFORE_SENDING -> {
                elapse(Attempt.DEADLINE.plusSeconds(1 + chance.nextInt(600)));
                yield new Outcome.NoEffect<>("It was not sent: the time for sending it had passed.", evidence(0));
            }
            case FROZEN_AFTER_SENDING -> {
                String job = create(publication, 1, false);
                elapse(Duration.ofSeconds(1 + chance.nextInt(900)));
                yield accepted(job);
            }
        };
    }

    private Outcome<String> made(SimulatedPublication publication, int seconds, int status) {
        create(publication, seconds, false);
        return unknown(status);
    }

    private String create(SimulatedPublication publication, int seconds, boolean lost) {
        publer.advance(now);
        return publer.take(
                publication.revision.content,
                publication.publishNow ? null : publication.publishAt,
                now.plusSeconds(seconds),
                lost);
    }

    private static Outcome<String> accepted(String job) {
        return new Outcome.Answered<>(job, evidence(200));
    }

    private static Outcome<String> unknown(int status) {
        return new Outcome.Unknown<>(
                "The connection to Publer broke before its answer was complete.", evidence(status));
    }

    private static Evidence evidence(int status) {
        return new Evidence("POST /posts/schedule", status, null, null, null, null, Duration.ZERO);
    }

    private void look(SimulatedPublication publication) {
        publication.looks.turn++;
        publication.due(now.plus(TURN));
        if (publication.state() == Publishing.SENDING) {
            publication.abandoned(now);
        }
        if (!publication.state().living() && publication.state() != Publishing.PUBLISHED) {
            return;
        }
        new Inquiry(this, this).look(Look.at(publication, HERE, now), now);
    }

    // ---- Publer, as an inquiry asks it ----

    @Override
    public Outcome<Job> job(Look look) {
        takeTime();
        publer.advance(now);
        return chance.nextInt(10) == 0 ? null : new Outcome.Answered<>(publer.job(look.jobId()), evidence(200));
    }

    @Override
    public Listing around(Look look, boolean urgent) {
        takeTime();
        publer.advance(now);
        Listing listing = publer.listing(now);
        takeTime();
        return chance.nextInt(10) == 0 ? Listing.incomplete("The list changed while it was read.") : listing;
    }

    /** Its listings have all days. */
    @Override
    public void ahead(Look look, boolean urgent, Consumer<Listing> then) {
        then.accept(around(look, urgent));
    }

    @Override
    public void delete(Look look, String postId) {
        takeTime();
        publer.advance(now);
        // Sometimes it says that it has, and has not.
        if (chance.nextInt(10) != 0) {
            publer.delete(postId);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Mostly little; at times a process stands still, or is killed. */
    private void takeTime() {
        int draw = chance.nextInt(400);
        if (draw == 0) {
            throw kill();
        } else if (draw < 6) {
            elapse(Duration.ofSeconds(chance.nextInt(400)));
        } else {
            elapse(Duration.ofMillis(chance.nextInt(2000)));
        }
    }

    // ---- our own rows ----

    /** Each of its requests carries one pin. */
    @Override
    public List<Turn> fellows(Look look) {
        return List.of();
    }

    @Override
    public List<Turn> companions(Look look) {
        return publications.stream()
                .filter(other -> other.id != look.turn().id())
                .filter(other -> !Look.strays(other, now))
                .filter(other -> other.state() == Publishing.SCHEDULED
                        || other.state() == Publishing.PENDING && other.looksFirst() && !other.dueAt.isAfter(now)
                        || other.state() == Publishing.PUBLISHED && other.dueAt != null)
                .map(other -> new Turn(other.id, other.looks.turn))
                .toList();
    }

    @Override
    public List<Turn> missing(Look look) {
        return publications.stream()
                .filter(other -> other.id != look.turn().id())
                .filter(other -> other.state() == Publishing.SCHEDULED && other.looks.missing())
                .map(other -> new Turn(other.id, other.looks.turn))
                .toList();
    }

    @Override
    public <T> Optional<T> settle(Turn turn, Function<Publication, T> finding) {
        SimulatedPublication publication = publications.get((int) turn.id() - 1);
        if (!turn.isOf(publication)) {
            return Optional.empty();
        }
        Optional<T> found = Optional.ofNullable(finding.apply(publication));
        publication.looked(now);
        return found;
    }
}

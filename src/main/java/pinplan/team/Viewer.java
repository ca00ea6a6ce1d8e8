package pinplan.team;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.ForbiddenException;
import java.time.Instant;

/** Who is looking, in which workspace, as what. Filled once per request by the gate; templates ask {@code inject:viewer}. */
@Named("viewer")
@RequestScoped
public class Viewer {
    private Long sessionId;
    private Member member;
    private Workspace workspace;
    private Role role;

    void is(Long sessionId, Member member, Workspace workspace, Role role) {
        this.sessionId = sessionId;
        this.member = member;
        this.workspace = workspace;
        this.role = role;
    }

    /** What they may do by now, in the transaction that is open: it may have changed since the gate asked. */
    void isStill(Instant now) {
        role = Session.role(sessionId, now)
                .orElseThrow(() -> new ForbiddenException("You were signed out while this was sent."));
    }

    public boolean known() {
        return member != null;
    }

    /** Which of their browsers it is. */
    public Long sessionId() {
        return sessionId;
    }

    public Member member() {
        return member;
    }

    /** To read, or to point at. To change it, take {@link Workspace#locked}. */
    public Workspace workspace() {
        return workspace;
    }

    public Role role() {
        return role;
    }

    public boolean may(Right right) {
        return role != null && role.may(right);
    }

    /** The 403 page says which right is missing. */
    public void must(Right right) {
        if (!may(right)) {
            throw new ForbiddenException("You may not " + right.words() + ".");
        }
    }

    /** For templates, which know a right by its name. */
    public boolean can(String right) {
        return may(Right.valueOf(right));
    }
}

package pinplan.team;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Who is looking, in which workspace, as what. Filled once per request by the gate; templates ask {@code inject:viewer}. */
@Named("viewer")
@RequestScoped
public class Viewer {
    private Member member;
    private Workspace workspace;
    private Role role;

    void is(Member member, Workspace workspace, Role role) {
        this.member = member;
        this.workspace = workspace;
        this.role = role;
    }

    public boolean known() {
        return member != null;
    }

    public Member member() {
        return member;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Role role() {
        return role;
    }

    public boolean may(Right right) {
        return role != null && role.may(right);
    }

    /** For templates, which know a right by its name. */
    public boolean can(String right) {
        return may(Right.valueOf(right));
    }
}

package pinplan.demo;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** {@code {demo:doors}}: who one can be in the demo, for the sign-in page; empty when there is none. */
@TemplateExtension(namespace = "demo")
class DemoNote {
    private DemoNote() {}

    public record Door(String role, String email, String password) {}

    static List<Door> doors() {
        if (Workspace.count("demo") == 0) {
            return List.of();
        }
        return List.of(Role.OWNER, Role.APPROVER, Role.CREATOR, Role.VIEWER).stream()
                .map(role -> new Door(role.word(), Demo.email(role), Demo.PASSWORD))
                .toList();
    }
}

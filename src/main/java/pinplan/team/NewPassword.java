package pinplan.team;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import pinplan.database.Door;
import pinplan.web.Site;

/**
 * The command for an owner who forgot their password and has no other owner to ask: whoever has the machine prints the link
 * that is else made on the page Team, whether Pinplan runs or not. It is the owner's own, so it ends with their right.
 */
public final class NewPassword {
    /** All or nothing. */
    private static final String MAKE = "with owner as (select m.id, m.name, p.workspace_id from member m"
            + "  join membership p on p.member_id = m.id and p.removed_at is null and p.role = 'OWNER'"
            + "  where lower(m.email) = lower(?)),"
            + " replaced as (update invitation i set revoked_at = now() from owner o"
            + "  where i.for_member_id = o.id and i.used_at is null and i.revoked_at is null),"
            + " written as (insert into activity (id, workspace_id, topic, thing, words, happened_at)"
            + "  select nextval('activity_seq'), workspace_id, 'TEAM', name,"
            + "  'made, by the command on its machine, a link for a new password of', now() from owner)"
            + " insert into invitation (id, workspace_id, role, token_hash, invited_by, for_member_id, created_at, expires_at)"
            + " select nextval('invitation_seq'), workspace_id, 'OWNER', ?, id, id, now(), now() + ? * interval '1 second' from owner";

    private NewPassword() {}

    public static void main(String[] arguments) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .withSources(new DotEnvConfigSourceProvider())
                .build();
        System.exit(run(new Door(config), new Site(config), List.of(arguments), System.out, System.err));
    }

    static int run(Door door, Site site, List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1) {
            err.println("Give the email of one owner, as: bin/new-password EMAIL");
            return 2;
        }
        Token token = Token.fresh();
        try (Connection database = door.open();
                PreparedStatement make = database.prepareStatement(MAKE)) {
            make.setString(1, arguments.get(0).strip());
            make.setBytes(2, token.hash());
            make.setLong(3, Invitation.LIFETIME.toSeconds());
            if (make.executeUpdate() == 0) {
                err.println("No owner has this email. Whoever is none asks an admin or owner for a link.");
                return 1;
            }
            out.println(site.address() + "/invitations/" + token.text());
            if (!site.said()) {
                out.println("From another machine, put the address at which you reach Pinplan in the place of "
                        + site.address() + ": PINPLAN_ADDRESS does not name it here.");
            }
            out.println("It works once, for " + Invitation.LIFETIME.toDays() + " days, and is not shown again.");
            return 0;
        } catch (SQLException | IOException | ConfigurationException e) {
            err.println("The link could not be made: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
        }
        return 2;
    }
}

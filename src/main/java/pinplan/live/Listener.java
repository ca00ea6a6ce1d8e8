package pinplan.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears from PostgreSQL what any replica changed. It has a connection of its own, since it keeps it for ever and waits on
 * it; without one, pages go on and only show other people's changes later.
 */
@ApplicationScoped
class Listener implements Runnable {
    /** By this name the connection is found among PostgreSQL's. */
    static final String NAME = "pinplan-live";

    static final String CHANNEL = "pinplan_changed";

    private static final Logger LOG = Logger.getLogger(Listener.class);

    private static final int SECONDS_TO_ANSWER = 5;
    /** After so much silence it is asked whether anybody is still there: a cut line says nothing either. */
    private static final int SILENCE_MILLIS = 5000;

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final Followers followers;
    private final String url;
    private final Properties login = new Properties();
    private final Thread thread = new Thread(this, "listener");

    private volatile Connection connection;
    private volatile boolean ending;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean lost;

    Listener(
            Followers followers,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.followers = followers;
        this.url = url;
        username.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(word -> login.setProperty("password", word));
        login.setProperty("ApplicationName", NAME);
        login.setProperty("connectTimeout", String.valueOf(SECONDS_TO_ANSWER));
        login.setProperty("loginTimeout", String.valueOf(2 * SECONDS_TO_ANSWER));
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        ending = true;
        thread.interrupt();
        Connection open = connection;
        try {
            if (open != null) {
                open.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            LOG.debug("The listener's connection was gone already", gone);
        }
    }

    @Override
    public void run() {
        while (!ending) {
            try (Connection open = new Driver().connect(url, login)) {
                connection = open;
                listen(open);
            } catch (SQLException | RuntimeException broken) {
                complain(broken);
            }
            rest();
        }
    }

    private void listen(Connection open) throws SQLException {
        try (Statement sql = open.createStatement()) {
            sql.execute("listen " + CHANNEL);
        }
        pauseMillis = FIRST_PAUSE_MILLIS;
        if (lost) {
            LOG.info("Changes that others make are shown at once again");
            lost = false;
        }
        // Before this moment nobody listened.
        followers.allChanged();
        PGConnection postgres = open.unwrap(PGConnection.class);
        while (!ending) {
            PGNotification[] heard = postgres.getNotifications(SILENCE_MILLIS);
            if (heard != null && heard.length > 0) {
                Arrays.stream(heard)
                        .map(PGNotification::getParameter)
                        .distinct()
                        .forEach(this::tell);
            } else if (!open.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("PostgreSQL does not answer");
            }
        }
    }

    private void tell(String workspace) {
        try {
            followers.changed(Long.parseLong(workspace));
        } catch (NumberFormatException notOurs) {
            LOG.debugf("Heard what is no workspace: %s", workspace);
        }
    }

    private void complain(Exception broken) {
        if (!ending && !lost) {
            LOG.warnf("Changes that others make are shown late, until PostgreSQL can be listened to: %s", broken);
        }
        lost = true;
    }

    private void rest() {
        try {
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
        } catch (InterruptedException ended) {
            ending = true;
        }
    }
}

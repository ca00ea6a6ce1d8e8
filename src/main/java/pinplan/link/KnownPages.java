package pinplan.link;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** V49: which page the pins lead to that were there before pages were known. SQL can't read a link as we do. */
@Singleton
class KnownPages implements FlywayConfigurationCustomizer, JavaMigration {
    private static final int AT_ONCE = 1000;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(this);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("49");
    }

    @Override
    public String getDescription() {
        return "known pages";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        try (Statement read = database.createStatement();
                PreparedStatement page = database.prepareStatement(
                        "insert into destination (id, workspace_id, address, host, spacing_days)"
                                + " values (nextval('destination_seq'), ?, ?, ?, 7) on conflict do nothing");
                PreparedStatement pin =
                        database.prepareStatement("update pin set destination_id = (select id from destination"
                                + " where workspace_id = ? and md5(address) = md5(?)) where id = ?")) {
            // Portion by portion: a million pins are more than one likes to hold.
            read.setFetchSize(AT_ONCE);
            try (ResultSet pins =
                    read.executeQuery("select id, workspace_id, link from pin where link <> '' order by id")) {
                int waiting = 0;
                while (pins.next()) {
                    Canonical canonical = Canonical.of(pins.getString("link"));
                    if (canonical == null) {
                        continue;
                    }
                    page.setLong(1, pins.getLong("workspace_id"));
                    page.setString(2, canonical.address());
                    page.setString(3, canonical.host());
                    page.addBatch();
                    pin.setLong(1, pins.getLong("workspace_id"));
                    pin.setString(2, canonical.address());
                    pin.setLong(3, pins.getLong("id"));
                    pin.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        page.executeBatch();
                        pin.executeBatch();
                    }
                }
                page.executeBatch();
                pin.executeBatch();
            }
        }
    }
}

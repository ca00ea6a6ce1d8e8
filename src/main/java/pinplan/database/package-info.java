/**
 * The PostgreSQL that comes with the application, the secret kept beside it, and the clocks.
 *
 * <p>Nouns: {@link pinplan.database.EmbeddedPostgres} (the one server of this JVM), {@link
 * pinplan.database.PostgresCluster} (its data on disk), {@link pinplan.database.PostgresKeeper} (looks after it), {@link pinplan.database.PostgresBinaries} (its programs), {@link
 * pinplan.database.EmbeddedPostgresConfig} (tells Quarkus where it is), {@link pinplan.database.MasterKey}, {@link
 * pinplan.database.Clocks}.
 *
 * <p>Must not know any other package of ours: what is stored is not its business.
 */
package pinplan.database;

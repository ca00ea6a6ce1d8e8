package pinplan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one page asked of the database, word for word, as the database's own log has it. */
record Statements(List<One> all) {
    /** @param parameters as texts; null for null */
    record One(String sql, List<String> parameters) {}

    private static final Pattern SAID = Pattern.compile(
            "^\\[(\\d+)] LOG:  duration: [0-9.]+ ms  (execute [^:]*|statement|parse [^:]*|bind [^:]*): (.*)$",
            Pattern.DOTALL);
    private static final Pattern GIVEN = Pattern.compile("^\\[(\\d+)] DETAIL:  [Pp]arameters: (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (?:'((?:[^']|'')*)'|(NULL))");

    /** @param mark words that only this page's statements have: whoever said them said all of it */
    static Statements of(Connection database, Path log, String mark, Callable<?> page) throws Exception {
        set(database, "log_line_prefix", "[%p] ");
        set(database, "log_parameter_max_length", "-1");
        set(database, "log_min_duration_statement", "0");
        Thread.sleep(500);
        long from = Files.size(log);
        page.call();
        Thread.sleep(300);
        set(database, "log_min_duration_statement", "-1");
        return read(Files.readString(log).substring((int) from), mark);
    }

    private static void set(Connection database, String setting, String value) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("alter system set " + setting + " = '" + value + "'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static Statements read(String log, String mark) {
        Map<String, List<One>> byConnection = new HashMap<>();
        Map<String, Boolean> executed = new HashMap<>();
        for (String entry : log.split("\n(?=\\[\\d+] )")) {
            Matcher said = SAID.matcher(entry.strip());
            Matcher given = GIVEN.matcher(entry.strip());
            if (said.matches()) {
                boolean whole =
                        !said.group(2).startsWith("bind") && !said.group(2).startsWith("parse");
                executed.put(said.group(1), whole);
                if (whole) {
                    byConnection
                            .computeIfAbsent(said.group(1), connection -> new ArrayList<>())
                            .add(new One(said.group(3).replace("\n\t", "\n"), List.of()));
                }
            } else if (given.matches() && executed.getOrDefault(given.group(1), false)) {
                List<One> of = byConnection.get(given.group(1));
                One last = of.remove(of.size() - 1);
                of.add(new One(last.sql(), parameters(given.group(2))));
            }
        }
        return byConnection.values().stream()
                .filter(of -> of.stream().anyMatch(one -> one.sql().contains(mark)))
                .map(Statements::ofOnePage)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing in the log says " + mark));
    }

    /** From the look at who asks; what the same connection was used for before is no part of it. */
    private static Statements ofOnePage(List<One> said) {
        int begin = 0;
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).sql().contains("from session ")) begin = i;
        }
        return new Statements(said.subList(begin, said.size()).stream()
                .filter(one -> one.sql().regionMatches(true, 0, "select", 0, 6))
                .toList());
    }

    private static List<String> parameters(String given) {
        List<String> all = new ArrayList<>();
        Matcher each = PARAMETER.matcher(given);
        while (each.find()) {
            all.add(each.group(2) != null ? null : each.group(1).replace("''", "'"));
        }
        return all;
    }

    /** The same again, and every row read. */
    Visitors.Asking on(Connection connection) throws SQLException {
        List<PreparedStatement> prepared = new ArrayList<>();
        for (One one : all) {
            prepared.add(connection.prepareStatement(one.sql().replaceAll("\\$\\d+", "?")));
        }
        return new Visitors.Asking() {
            @Override
            public void ask() throws SQLException {
                for (int i = 0; i < all.size(); i++) {
                    List<String> parameters = all.get(i).parameters();
                    for (int p = 0; p < parameters.size(); p++) {
                        prepared.get(i).setObject(p + 1, parameters.get(p), Types.OTHER);
                    }
                    try (ResultSet rows = prepared.get(i).executeQuery()) {
                        int columns = rows.getMetaData().getColumnCount();
                        while (rows.next()) {
                            for (int column = 1; column <= columns; column++) {
                                rows.getString(column);
                            }
                        }
                    }
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    int size() {
        return all.size();
    }
}

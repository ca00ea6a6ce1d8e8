package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.autosave.Telling;
import pinplan.support.People;
import pinplan.support.SlowPost;
import pinplan.team.Role;

/** A tab that is closed while it sends is nothing that whoever runs the server has to look into. */
@QuarkusTest
class WhoLeavesTest {
    private final People people = People.fresh();
    private final List<LogRecord> told = new CopyOnWriteArrayList<>();
    private final Logger pages = Logger.getLogger(ErrorPages.class.getName());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        pages.setLevel(Level.FINE);
        pages.addHandler(ear);
    }

    @AfterEach
    void hearNoMore() {
        pages.removeHandler(ear);
        pages.setLevel(null);
    }

    @Test
    void isNoError() throws IOException {
        String token = people.signIn(Role.CREATOR);
        try (Socket socket = SlowPost.begin("/kept", "application/json", 60_000, "{\"form\":", token)) {
            await().until(WhoLeavesTest::isRead);
            SlowPost.send(socket, "[");
        }
        await().until(() -> !told.isEmpty());
        assertThat(told).extracting(LogRecord::getLevel).allMatch(level -> level.intValue() < Level.INFO.intValue());
    }

    /** Some thread waits for the rest of what somebody types. */
    private static boolean isRead() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(Telling.class.getName()));
    }
}

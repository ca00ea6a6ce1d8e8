package pinplan.endurance;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import pinplan.database.OwnServer;

/** The network between Pinplan and PostgreSQL, which understands enough of what passes to lose the answer to one COMMIT. */
final class DatabaseWire extends Wire {
    /** A client that asks whether it may encrypt begins anew when it has its answer. */
    private static final int ENCRYPTION = 80_877_103;

    /** @param statement how its SQL begins, in small letters */
    private record Awaited(String statement, String link) {
        boolean is(String sql, String values) {
            return sql.startsWith(statement) && values.contains(link + '"');
        }
    }

    private final AtomicReference<Awaited> awaited = new AtomicReference<>();
    private volatile boolean lost;

    DatabaseWire(OwnServer server) throws IOException {
        super(server.port());
    }

    /** Of the next transaction that does this to the attempt of that pin. */
    void loseTheCommitOf(String statement, String link) {
        lost = false;
        awaited.set(new Awaited(statement, link));
    }

    /** Whether PostgreSQL has committed it, and the connection is cut without a word of that. */
    boolean lost() {
        return lost;
    }

    @Override
    void carry(Socket from, Socket to) throws Exception {
        AtomicBoolean silent = new AtomicBoolean();
        inTheBackground(() -> answer(from, to, silent));
        DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream()));
        while (ByteBuffer.wrap(message(in, out)).getInt() == ENCRYPTION) out.flush();
        Transaction transaction = new Transaction();
        while (true) {
            out.flush();
            do {
                int kind = in.readUnsignedByte();
                out.writeByte(kind);
                if (transaction.commits(kind, message(in, out))) silent.set(true);
            } while (in.available() > 0);
        }
    }

    private static byte[] message(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        byte[] body = in.readNBytes(length - 4);
        out.writeInt(length);
        out.write(body);
        return body;
    }

    private void answer(Socket from, Socket to, AtomicBoolean silent) {
        byte[] some = new byte[16_384];
        try (from;
                to) {
            int read;
            while ((read = to.getInputStream().read(some)) >= 0 && !silent.get()) {
                from.getOutputStream().write(some, 0, read);
            }
            if (read > 0) lost = Message.text(Arrays.copyOf(some, read)).contains("COMMIT\0");
        } catch (IOException cut) {
            // as it happens to networks
        }
    }

    /** What is being done on one connection, by the statements that were prepared on it. */
    private final class Transaction {
        private final Map<String, String> prepared = new HashMap<>();
        private Awaited done;

        /** Whether this asks for the one COMMIT whose answer is to be lost. */
        boolean commits(int kind, byte[] body) {
            if (kind != 'P' && kind != 'B') return false;
            String[] words = Message.text(body).split("\0", 3);
            if (kind == 'P') {
                prepared.put(words[0], words[1].toLowerCase(Locale.ROOT));
                return false;
            }
            String statement = prepared.get(words[1]);
            Awaited what = awaited.get();
            if (statement.equals("begin")) done = null;
            if (what != null && what.is(statement, words[2])) done = what;
            return statement.equals("commit") && done != null && awaited.compareAndSet(done, null);
        }
    }
}

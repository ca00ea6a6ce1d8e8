package pinplan.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Predicate;

/** Walks over the boxes of an MP4 by their positions: only headers and a few small boxes are ever read. */
final class Boxes {
    /** A film has a few hundred. */
    private static final int MOST = 10_000;
    /** The box tables that are read whole are far smaller. */
    private static final int LARGEST_READ = 4_096;

    private final FileChannel file;
    private int seen;

    Boxes(FileChannel file) {
        this.file = file;
    }

    /** @param start of the whole box, {@code body} of its content, {@code end} behind it */
    record Box(String type, long start, long body, long end) {}

    /** What to do with a box. */
    interface Visit {
        void at(Box box) throws IOException, Refusal;
    }

    Box file() throws IOException {
        return new Box("", 0, 0, file.size());
    }

    void within(Box parent, Visit visit) throws IOException, Refusal {
        within(parent.body(), parent.end(), visit);
    }

    void within(long from, long end, Visit visit) throws IOException, Refusal {
        long at = from;
        while (at < end) {
            Box box = box(at, end);
            visit.at(box);
            at = box.end();
        }
    }

    /** The first box of the type inside the parent, or null. */
    Box first(Box parent, String type) throws IOException, Refusal {
        return first(parent, box -> box.type().equals(type));
    }

    private Box first(Box parent, Predicate<Box> wanted) throws IOException, Refusal {
        Box[] found = new Box[1];
        within(parent, box -> {
            if (found[0] == null && wanted.test(box)) {
                found[0] = box;
            }
        });
        return found[0];
    }

    /** Goes down one level per type. */
    Box path(Box parent, String... types) throws IOException, Refusal {
        Box box = parent;
        for (String type : types) {
            box = box == null ? null : first(box, type);
        }
        return box;
    }

    /** The box's content, as far as a small box goes. */
    ByteBuffer read(Box box, int atLeast) throws IOException, Refusal {
        long length = box.end() - box.body();
        if (length < atLeast) {
            throw damaged();
        }
        return bytes(box.body(), (int) Math.min(length, LARGEST_READ));
    }

    /** The box's content, if it is no more than that. */
    ByteBuffer whole(Box box, int most) throws IOException, Refusal {
        long length = box.end() - box.body();
        if (length > most) {
            throw damaged();
        }
        return bytes(box.body(), (int) length);
    }

    private Box box(long at, long end) throws IOException, Refusal {
        if (++seen > MOST) {
            throw damaged();
        }
        if (end - at < 8) {
            throw truncated();
        }
        ByteBuffer head = bytes(at, (int) Math.min(16, end - at));
        long size = Integer.toUnsignedLong(head.getInt());
        byte[] type = new byte[4];
        head.get(type);
        int header = 8;
        if (size == 1) {
            if (head.remaining() < 8) {
                throw truncated();
            }
            size = head.getLong();
            header = 16;
        } else if (size == 0) {
            size = end - at;
        }
        if (size < header) {
            throw damaged();
        }
        if (size > end - at) {
            throw truncated();
        }
        return new Box(new String(type, ISO_8859_1), at, at + header, at + size);
    }

    private ByteBuffer bytes(long at, int length) throws IOException, Refusal {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, at + buffer.position());
            if (read < 0) {
                throw truncated();
            }
        }
        return buffer.flip();
    }

    static Refusal truncated() {
        return new Refusal("This file ends too early: a part of the video is missing. Upload it again.");
    }

    static Refusal damaged() {
        return new Refusal("This video is damaged and cannot be read. Save it anew as MP4 and upload it again.");
    }
}

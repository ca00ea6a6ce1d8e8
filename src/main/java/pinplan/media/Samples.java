package pinplan.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Where in the file lies what a track plays, read from the track's own tables. */
final class Samples {
    /** More than two for each frame of the longest film. */
    private static final int LARGEST_TABLE = 1_000_000;

    private final Boxes boxes;
    private final Boxes.Box table;

    private Samples(Boxes boxes, Boxes.Box table) {
        this.boxes = boxes;
        this.table = table;
    }

    /** @param end behind it */
    record Stretch(long from, long end) {}

    static List<Stretch> of(Boxes boxes, Boxes.Box track) throws IOException, Refusal {
        Boxes.Box table = boxes.path(track, "mdia", "minf", "stbl");
        return table == null ? List.of() : new Samples(boxes, table).stretches();
    }

    /** Samples lie in chunks; runs of chunks have as many each. Together they are never more than the file. */
    private List<Stretch> stretches() throws IOException, Refusal {
        boolean wide = boxes.first(table, "stco") == null;
        ByteBuffer chunks = numbers(wide ? "co64" : "stco");
        ByteBuffer runs = numbers("stsc");
        ByteBuffer sizes = numbers("stsz");
        int each = next(sizes);
        int left = next(sizes);
        next(runs);
        int perChunk = 0;
        long longest = boxes.file().end();
        List<Stretch> found = new ArrayList<>();
        int count = next(chunks);
        for (int chunk = 1; chunk <= count; chunk++) {
            while (runs.remaining() >= 12 && runs.getInt(runs.position()) <= chunk) {
                next(runs);
                perChunk = next(runs);
                next(runs);
            }
            long from = wide
                    ? (long) next(chunks) << 32 | Integer.toUnsignedLong(next(chunks))
                    : Integer.toUnsignedLong(next(chunks));
            int samples = Math.max(0, Math.min(perChunk, left));
            left -= samples;
            long length = each == 0 ? sum(sizes, samples) : Integer.toUnsignedLong(each) * samples;
            longest -= length;
            if (longest < 0 || from < 0 || from > boxes.file().end() - length) {
                throw Boxes.damaged();
            }
            if (length > 0) {
                found.add(new Stretch(from, from + length));
            }
        }
        return found;
    }

    private static long sum(ByteBuffer sizes, int samples) throws Refusal {
        long sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            sum += Integer.toUnsignedLong(next(sizes));
        }
        return sum;
    }

    /** What follows the version. */
    private ByteBuffer numbers(String type) throws IOException, Refusal {
        Boxes.Box box = boxes.first(table, type);
        if (box == null) {
            throw Boxes.damaged();
        }
        ByteBuffer numbers = boxes.whole(box, LARGEST_TABLE);
        next(numbers);
        return numbers;
    }

    private static int next(ByteBuffer numbers) throws Refusal {
        if (numbers.remaining() < 4) {
            throw Boxes.damaged();
        }
        return numbers.getInt();
    }
}

package pinplan.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an MP4, MOV or M4V is, read from its boxes. Nothing is decoded, and the film itself is never read. */
@ApplicationScoped
class VideoProbe {
    private static final Set<String> H264 = Set.of("avc1", "avc2", "avc3", "avc4", "dva1", "dvav");
    private static final Set<String> H265 = Set.of("hvc1", "hev1", "dvh1", "dvhe");
    private static final Set<String> LOCKED = Set.of("drmi", "encv");
    private static final Set<String> PRIVATE = Set.of("udta", "meta", "uuid");

    /** What a film is: pictures, sound and the time of each. Cameras put the way they took beside it, some as subtitles. */
    private static final Set<String> SHOWN = Set.of("vide", "soun", "tmcd");

    /** A phone notes eight things beside, each once a frame, for a quarter of an hour. */
    private static final int MOST_EMPTIED = 500_000;
    /** Captions; but cameras write there too. */
    private static final Set<String> WORDS = Set.of("sbtl", "subt", "text", "clcp");

    private final MediaLimits limits;

    @Inject
    VideoProbe(MediaLimits limits) {
        this.limits = limits;
    }

    void checkBytes(long bytes) throws Refusal {
        if (bytes > limits.videoMaxBytes()) {
            throw new Refusal("This video has " + Words.bytes(bytes) + ". " + atMost(limits));
        }
    }

    /** To be said before anybody read it. */
    static String tooLarge(MediaLimits limits) {
        return "This video is too large. " + atMost(limits);
    }

    private static String atMost(MediaLimits limits) {
        return "At most " + Words.bytes(limits.videoMaxBytes()) + " are taken.";
    }

    Video read(Path path) throws IOException, Refusal {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            checkBytes(file.size());
            return read(new Boxes(file));
        }
    }

    private Video read(Boxes boxes) throws IOException, Refusal {
        Boxes.Box[] found = new Boxes.Box[2];
        List<Boxes.Box> blanked = new ArrayList<>();
        boxes.within(boxes.file(), box -> {
            switch (box.type()) {
                case "moov" -> found[0] = found[0] == null ? box : found[0];
                case "mdat" -> found[1] = box;
                default -> {}
            }
            if (PRIVATE.contains(box.type())) {
                blanked.add(box);
            }
        });
        if (found[0] == null || found[1] == null) {
            throw Boxes.truncated();
        }
        return film(boxes, found[0], blanked);
    }

    private Video film(Boxes boxes, Boxes.Box moov, List<Boxes.Box> blanked) throws IOException, Refusal {
        List<Boxes.Box> tracks = new ArrayList<>();
        Set<String> beside = new HashSet<>();
        List<Samples.Stretch> emptied = new ArrayList<>();
        boxes.within(moov, box -> {
            if (box.type().equals("cmov")) {
                throw new Refusal("This QuickTime video is of a very old kind. Save it as MP4.");
            }
            if (box.type().equals("trak")) {
                String handler = handler(boxes, box);
                if (handler.equals("vide")) {
                    tracks.add(box);
                }
                if (SHOWN.contains(handler)) {
                    boxes.within(box, inner -> {
                        if (PRIVATE.contains(inner.type())) {
                            blanked.add(inner);
                        }
                    });
                } else {
                    blanked.add(box);
                    emptied.addAll(beside(boxes, box));
                    if (emptied.size() > MOST_EMPTIED) {
                        throw Boxes.damaged();
                    }
                    beside.add(handler);
                }
            } else if (PRIVATE.contains(box.type())) {
                blanked.add(box);
            }
        });
        if (tracks.isEmpty()) {
            throw new Refusal("This file has no picture track: it is sound only.");
        }
        Boxes.Box track = tracks.get(0);
        String codec = codec(boxes, track);
        int[] sides = sides(boxes, track);
        ratio(sides[0], sides[1]);
        return new Video(
                sides[0],
                sides[1],
                duration(boxes, moov, track),
                codec,
                blanked,
                emptied,
                !Collections.disjoint(beside, WORDS));
    }

    private static List<Samples.Stretch> beside(Boxes boxes, Boxes.Box track) throws IOException, Refusal {
        if (boxes.first(boxes.file(), "moof") != null) {
            throw new Refusal(
                    "This video was cut for streaming and carries more than picture and sound, such as where it"
                            + " was taken. Save it as one whole MP4, without that.");
        }
        return Samples.of(boxes, track);
    }

    private static String handler(Boxes boxes, Boxes.Box track) throws IOException, Refusal {
        Boxes.Box handler = boxes.path(track, "mdia", "hdlr");
        return handler == null ? "" : fourLetters(boxes.read(handler, 12), 8);
    }

    private static String codec(Boxes boxes, Boxes.Box track) throws IOException, Refusal {
        Boxes.Box samples = boxes.path(track, "mdia", "minf", "stbl", "stsd");
        if (samples == null) {
            throw Boxes.damaged();
        }
        String codec = fourLetters(boxes.read(samples, 16), 12);
        if (H264.contains(codec)) {
            return "H.264";
        }
        if (H265.contains(codec)) {
            return "H.265";
        }
        if (LOCKED.contains(codec)) {
            throw new Refusal("This video is locked against copying. Pinterest can't play it.");
        }
        throw new Refusal("This video is coded as " + called(codec) + ". Pinterest takes H.264 and H.265.");
    }

    private static String called(String codec) {
        return switch (codec) {
            case "apch", "apcn", "apcs", "apco", "ap4h", "ap4x" -> "Apple ProRes";
            case "jpeg", "mjpa", "mjpb" -> "Motion JPEG";
            case "mp4v" -> "MPEG-4 (mp4v)";
            default -> {
                String name = codec.replaceAll("[^A-Za-z0-9 ._-]", "").strip();
                yield name.isEmpty() ? "something unknown" : name;
            }
        };
    }

    private static int[] sides(Boxes boxes, Boxes.Box track) throws IOException, Refusal {
        Boxes.Box header = boxes.first(track, "tkhd");
        if (header == null) {
            throw Boxes.damaged();
        }
        ByteBuffer bytes = boxes.read(header, 84);
        int matrix = bytes.get(0) == 1 ? 52 : 40;
        if (bytes.limit() < matrix + 44) {
            throw Boxes.damaged();
        }
        // A quarter turn has nothing on the matrix's diagonal.
        boolean lying = bytes.getInt(matrix) == 0 && bytes.getInt(matrix + 16) == 0;
        int width = bytes.getInt(matrix + 36) >>> 16;
        int height = bytes.getInt(matrix + 40) >>> 16;
        if (width == 0 || height == 0) {
            throw Boxes.damaged();
        }
        return lying ? new int[] {height, width} : new int[] {width, height};
    }

    private void ratio(int width, int height) throws Refusal {
        double ratio = (double) width / height;
        if (ratio < limits.videoTallest() || ratio > limits.videoWidest()) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "This video has %s, a ratio of %.2f : 1. Pinterest takes 1 : 2 to 1.91 : 1.",
                    Words.pixels(width, height),
                    ratio));
        }
    }

    private long duration(Boxes boxes, Boxes.Box moov, Boxes.Box track) throws IOException, Refusal {
        long millis = millis(boxes, boxes.first(moov, "mvhd"));
        if (millis <= 0) {
            millis = millis(boxes, boxes.path(track, "mdia", "mdhd"));
        }
        if (millis <= 0) {
            throw new Refusal(
                    "This video does not say how long it is (it was cut for streaming). Save it as one whole MP4.");
        }
        Duration length = Duration.ofMillis(millis);
        if (length.compareTo(limits.videoShortest()) < 0 || length.compareTo(limits.videoLongest()) > 0) {
            throw new Refusal("This video is " + Words.length(length) + " long. Pinterest takes "
                    + Words.length(limits.videoShortest()) + " to " + Words.length(limits.videoLongest()) + ".");
        }
        return millis;
    }

    /** mvhd and mdhd begin alike: version, two times, ticks per second, ticks. All ones mean unknown. */
    private static long millis(Boxes boxes, Boxes.Box header) throws IOException, Refusal {
        if (header == null) {
            return 0;
        }
        ByteBuffer bytes = boxes.read(header, 20);
        boolean wide = bytes.get(0) == 1;
        if (wide && bytes.limit() < 32) {
            throw Boxes.damaged();
        }
        long perSecond = Integer.toUnsignedLong(bytes.getInt(wide ? 20 : 12));
        long ticks = wide ? bytes.getLong(24) : Integer.toUnsignedLong(bytes.getInt(16));
        boolean unknown = ticks <= 0 || ticks == 0xFFFFFFFFL && !wide || perSecond == 0;
        if (unknown) {
            return 0;
        }
        // Longer than a year is nonsense. In two steps: a year's ticks times a thousand are more than a long holds.
        long seconds = Math.min(ticks / perSecond, 31_536_000);
        return seconds * 1_000 + ticks % perSecond * 1_000 / perSecond;
    }

    private static String fourLetters(ByteBuffer bytes, int at) {
        byte[] letters = new byte[4];
        bytes.get(at, letters);
        return new String(letters, ISO_8859_1);
    }
}

package pinplan.media;

import java.time.Duration;
import java.util.Locale;

/** Sizes and lengths as people read them. */
final class Words {
    private Words() {}

    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return (bytes + 500) / 1_000 + " kB";
        }
        // Never rounded down to a limit that it exceeds: 20,000,001 bytes are 20.1 MB.
        String number = String.format(Locale.ROOT, "%.1f", Math.ceil(bytes / 100_000.0) / 10);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " MB";
    }

    static String pixels(long width, long height) {
        return String.format(Locale.ROOT, "%,d × %,d pixels", width, height);
    }

    static String pixels(long side) {
        return String.format(Locale.ROOT, "%,d pixels", side);
    }

    static String megapixels(long pixels) {
        return String.format(Locale.ROOT, "%,d megapixels", (pixels + 999_999) / 1_000_000);
    }

    static String length(Duration length) {
        long millis = length.toMillis();
        if (millis < 60_000) {
            return millis % 1_000 == 0 ? millis / 1_000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return length.toSecondsPart() == 0
                ? length.toMinutes() + " min"
                : length.toMinutes() + " min " + length.toSecondsPart() + " s";
    }
}

package pinplan.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pinplan.support.PackagedApp;

/**
 * How much memory media take, packaged, with a heap of 256 MB: a film of 190 MB on its way in and on to the sandbox, then many
 * large pictures after one another. It asserts nothing but that every byte arrives: bin/bench media. Needs {@code package} to
 * have run.
 */
class MediaBench {
    private static final int HEAP = Integer.getInteger("pinplan.heap", 256);
    private static final long FILM = Long.getLong("pinplan.film", 190_000_000);
    private static final int PICTURES = Integer.getInteger("pinplan.pictures", 200);
    private static final Path FOLDER = Path.of("target", "media-bench");

    private final Report report = new Report(Path.of("target", "media-bench.md"), "How much memory media take");
    private Shipment shipment;
    private Memory memory;

    @Test
    void measures() throws Exception {
        Files.createDirectories(FOLDER);
        Path log = FOLDER.resolve("gc.log");
        try (PackagedApp app = PackagedApp.start(FOLDER, Map.of(), List.of("-Xmx" + HEAP + "m", Memory.logging(log)))) {
            shipment = Shipment.with(app);
            memory = new Memory(app.pid(), log);
            report.figure("Largest heap that it may have", "%d MB", HEAP);
            report.figure("At first: heap alive, process", "%d MB, %d MB", memory.alive(), memory.resident());
            memory.most();
            film();
            pictures();
            report.figure("The most that the process ever was", "%d MB", memory.mostResident());
            report.end();
        }
    }

    private void film() throws Exception {
        Path other = Shipment.write(FOLDER.resolve("other.mp4"), FILM, 1);
        long begun = System.nanoTime();
        shipment.courier().upload("other.mp4", "video/mp4", BodyPublishers.ofFile(other));
        report.figure("A film of %,d bytes into the library".formatted(FILM), "%.1f s; %s", since(begun), heap());
        Path film = Shipment.write(FOLDER.resolve("film.mp4"), FILM, 2);
        String sha256 = Shipment.sha256(film);
        begun = System.nanoTime();
        shipment.compose(film);
        report.figure("Another, with the composer's form", "%.1f s; %s", since(begun), heap());
        begun = System.nanoTime();
        String there = shipment.arrived(FILM);
        report.figure("That one on to the sandbox", "%.1f s; %s", since(begun), heap());
        report.goal("Its SHA-256 there", there.equals(sha256), "that of the file", "%s…", there.substring(0, 16));
        report.figure("After both: heap alive, process", "%d MB, %d MB", memory.alive(), memory.resident());
        memory.most();
    }

    private void pictures() throws Exception {
        byte[] picture = picture();
        long begun = System.nanoTime();
        for (int number = 1; number <= PICTURES; number++) {
            shipment.courier()
                    .upload(
                            "%d.jpg".formatted(number),
                            "image/jpeg",
                            BodyPublishers.ofByteArray(vary(picture, number)));
            if (number % (PICTURES / 4) == 0) {
                report.figure(
                        "%d pictures of 12 megapixels, %,d bytes each".formatted(number, picture.length),
                        "%.1f s; %s; then alive %d MB",
                        since(begun),
                        heap(),
                        memory.alive());
                memory.most();
            }
        }
    }

    private String heap() throws IOException {
        return "heap at most %d MB, process %d MB".formatted(memory.most(), memory.resident());
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** As a camera makes it: 4,000 × 3,000, with grain. */
    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 4_000, 3_000, Color.BLUE));
        pen.fillRect(0, 0, 4_000, 3_000);
        pen.dispose();
        Random random = new Random(2);
        for (int y = 0; y < 3_000; y++) {
            for (int x = 0; x < 4_000; x++) {
                image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt(0x40) * 0x10101);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** Another picture by a step of its quantization: the first of the tables, past its head. */
    private static byte[] vary(byte[] picture, int number) {
        byte[] other = picture.clone();
        int table = 0;
        while (other[table] != (byte) 0xFF || other[table + 1] != (byte) 0xDB) {
            table++;
        }
        other[table + 5 + number % 64] += (byte) (1 + number / 64);
        return other;
    }
}

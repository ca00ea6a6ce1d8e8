package pinplan.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures and videos of any size, valid, and different for different sizes. */
public final class Pictures {
    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    public static byte[] png(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** 120 × 180, red above and blue below, as a browser's canvas packs it. */
    public static byte[] webp() {
        return java.util.Base64.getDecoder()
                .decode(
                        "UklGRn4BAABXRUJQVlA4IHIBAAAQDQCdASp4ALQAPpFIoEylpCMiIGgAsBIJZW7hdGYI0ATn+p/vEt/+P6AD7SjkU1mPlT/sEZow"
                                + "K38/EHKlf7HeOBOPPxByzkMTEHLORT2kks9JVbxTT0lV2gMPSVXackZJVdpz6hVV2nPwK+Xac/BCDAD+/imFP/i37R+spe//3Bx//cHH"
                                + "/9tD/pwZjpmgX/8IYTTHLp+xk/E17/sYSkITM9eL84Uuqb6dGA0p8GMqPl6ouHd+AHzAbgx9Lbpabmb7X9DI1wkZMQ4GCpKVk7ulR2tE"
                                + "3FsVi8CJau/EeHpHFI6AA4voIJ1DY4P+aVLpUSh5bFH7DUMeEcCTlN1cF5k2yeHrblLT0ojuaD7uVL7deEmP3DAOwAABmoYDcFz9BqnS"
                                + "0W54LWXivprGS9rBWN018j3/Wou3GiNN8CRGfJ8OAixo74fiQ6YD2iAgQC+xR1TTZvHmTB2wJlaZNTzZJ1VxI5RHDYGPMo7rJd8ulimB"
                                + "3QAA");
    }

    public static byte[] gif(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_RGB), "gif");
    }

    /** The same number is the same picture at any size; another number looks like none of the others. */
    public static byte[] sketch(int number, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale(width / 100.0, height / 100.0);
        Random random = new Random(number * 7_919L);
        for (int i = 0; i < 24; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            int x = i == 0 ? 0 : random.nextInt(90);
            int y = i == 0 ? 0 : random.nextInt(90);
            pen.fillRect(x, y, i == 0 ? 100 : 10 + random.nextInt(40), i == 0 ? 100 : 10 + random.nextInt(40));
        }
        pen.dispose();
        return encoded(image, "jpg");
    }

    /** As a phone writes it: an orientation, a maker, the place where it was taken, a comment. */
    public static byte[] photographed(int width, int height, int orientation) {
        return photographed(jpeg(width, height), orientation);
    }

    public static byte[] photographed(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(300);
        exif.put("Exif\0\0".getBytes(ISO_8859_1));
        exif.put("MM\0*".getBytes(ISO_8859_1)).putInt(8);
        exif.putShort((short) 3);
        tag(exif, 0x010F, 2, 6, 50); // Make
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tag(exif, 0x8825, 4, 1, 56); // GPS
        exif.putInt(0);
        exif.put("Camra\0".getBytes(ISO_8859_1));
        exif.putShort((short) 4);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(ISO_8859_1));
        tag(exif, 2, 5, 3, 110);
        exif.putShort((short) 3).putShort((short) 2).putInt(2).put("E\0\0\0".getBytes(ISO_8859_1));
        tag(exif, 4, 5, 3, 134);
        exif.putInt(0);
        for (int[] degrees : new int[][] {{48, 12, 30}, {16, 22, 15}}) {
            for (int part : degrees) {
                exif.putInt(part).putInt(1);
            }
        }
        byte[] comment = "shot by Anna at home".getBytes(ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segment(out, 0xE1, java.util.Arrays.copyOf(exif.array(), exif.position()));
        segment(out, 0xFE, comment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A film of one grey frame that says that it is as long as wished. */
    public static byte[] mp4(int width, int height, int seconds) {
        return mp4("isom", "avc1", width, height, seconds * 1_000L);
    }

    /** @param brand four letters, as is the codec */
    public static byte[] mp4(String brand, String codec, int width, int height, long millis) {
        return Film.of(width, height, millis).branded(brand).coded(codec).bytes();
    }

    public static byte[] box(String type, byte[]... contents) {
        byte[] body = joined(contents);
        return joined(ints(body.length + 8), type.getBytes(ISO_8859_1), body);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] letters(String ascii) {
        return ascii.getBytes(ISO_8859_1);
    }

    static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 2);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static void tag(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] payload) {
        out.write(0xFF);
        out.write(marker);
        out.write(payload.length + 2 >> 8);
        out.write(payload.length + 2);
        out.writeBytes(payload);
    }

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0xE8B04A), width, height, new Color(0x3A6EA5)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xFFF6E0));
        pen.fillOval(width / 4, height / 4, Math.max(1, width / 2), Math.max(1, height / 2));
        pen.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

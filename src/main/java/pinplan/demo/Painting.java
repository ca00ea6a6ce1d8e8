package pinplan.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture for a demo pin: the same number always paints the same one. No text, since a server may have no fonts. */
final class Painting {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1500;

    /** Ground above, ground below, the thing, its light, its accent. */
    private static final int[][] PALETTES = {
        {0xFBE3B5, 0xF3A683, 0xFFF6DF, 0xFFFFFF, 0xC8553D},
        {0xD5E8C9, 0x7FB685, 0x2F6B4F, 0xA9D18E, 0xF2C14E},
        {0xE4E0F5, 0xA9A3D8, 0x5E548E, 0xF6F3FF, 0xE8A5B8},
        {0xCFE8EF, 0x7DB9C9, 0x2A6F82, 0xF3FBFD, 0xF4B860},
        {0xF8D9D0, 0xE49A8C, 0x9B3A3A, 0xFFF3EE, 0x6A994E},
        {0xF3EFE4, 0xD8C8A8, 0x7A5C3E, 0xFFFDF7, 0xB5651D},
        {0xE6F0DC, 0xB7CE8E, 0x55702C, 0xFAFFF2, 0xD1603D},
        {0xFDE2E4, 0xE8A0BF, 0xAD6A6C, 0xFFF7F8, 0x5D8AA8},
    };

    private final Graphics2D g;
    private final Color[] colour;
    private final Random chance;

    private Painting(Graphics2D g, int number) {
        this.g = g;
        this.chance = new Random(number * 7919L + 17);
        int[] palette = PALETTES[number % PALETTES.length];
        colour = new Color[palette.length];
        for (int i = 0; i < palette.length; i++) {
            colour[i] = new Color(palette[i]);
        }
    }

    static void paint(int number, Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Painting painting = new Painting(g, number);
        painting.ground();
        switch (number % 4) {
            case 0 -> painting.plate();
            case 1 -> painting.plant();
            case 2 -> painting.shelf();
            default -> painting.hills();
        }
        g.dispose();
        if (!ImageIO.write(image, "jpg", file.toFile())) {
            throw new IOException("no way to write a JPEG");
        }
    }

    private void ground() {
        g.setPaint(new GradientPaint(0, 0, colour[0], WIDTH / 3f, HEIGHT, colour[1]));
        g.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void plate() {
        disc(500, 800, 400, shade(colour[1], 0.85f));
        disc(500, 780, 395, colour[3]);
        disc(500, 780, 320, shade(colour[3], 0.95f));
        disc(500, 780, 265, colour[4]);
        disc(500, 780, 240, colour[2]);
        int slices = 6 + chance.nextInt(4);
        for (int i = 0; i < slices; i++) {
            double angle = 2 * Math.PI * i / slices;
            disc(500 + 150 * Math.cos(angle), 780 + 150 * Math.sin(angle), 42, colour[4]);
            disc(500 + 150 * Math.cos(angle) - 8, 780 + 150 * Math.sin(angle) - 8, 26, shade(colour[4], 1.15f));
        }
        disc(500, 780, 46, colour[3]);
    }

    private void plant() {
        for (int i = 0; i < 9; i++) {
            double lean = (i - 4) * 0.28 + chance.nextDouble() * 0.12;
            leaf(500, 980, lean, 420 + chance.nextInt(220), i % 2 == 0 ? colour[2] : shade(colour[2], 1.25f));
        }
        g.setColor(shade(colour[4], 0.9f));
        Path2D pot = new Path2D.Double();
        pot.moveTo(320, 960);
        pot.lineTo(680, 960);
        pot.lineTo(630, 1320);
        pot.lineTo(370, 1320);
        pot.closePath();
        g.fill(pot);
        g.setColor(colour[4]);
        g.fill(new RoundRectangle2D.Double(290, 920, 420, 90, 28, 28));
    }

    private void leaf(double x, double y, double lean, double length, Color of) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(lean);
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(0, 0);
        leaf.curveTo(-length / 4, -length / 3, -length / 5, -length * 0.8, 0, -length);
        leaf.curveTo(length / 5, -length * 0.8, length / 4, -length / 3, 0, 0);
        g.setColor(of);
        g.fill(leaf);
        g.setTransform(before);
    }

    private void shelf() {
        for (int row = 0; row < 3; row++) {
            int y = 480 + row * 380;
            int x = 150;
            while (x < 800) {
                int width = 60 + chance.nextInt(110);
                int height = 120 + chance.nextInt(170);
                g.setColor(
                        switch (chance.nextInt(4)) {
                            case 0 -> colour[2];
                            case 1 -> colour[4];
                            case 2 -> colour[3];
                            default -> shade(colour[1], 0.8f);
                        });
                g.fill(new RoundRectangle2D.Double(x, y - height, width, height, 26, 26));
                x += width + 18 + chance.nextInt(30);
            }
            g.setColor(shade(colour[2], 0.7f));
            g.fill(new RoundRectangle2D.Double(100, y, 800, 30, 10, 10));
        }
    }

    private void hills() {
        disc(300 + chance.nextInt(400), 470, 170, colour[4]);
        for (int row = 0; row < 4; row++) {
            double y = 760 + row * 180;
            Path2D hill = new Path2D.Double();
            hill.moveTo(0, y + chance.nextInt(120));
            hill.curveTo(300, y - 160 + chance.nextInt(200), 650, y + 180 - chance.nextInt(200), WIDTH, y);
            hill.lineTo(WIDTH, HEIGHT);
            hill.lineTo(0, HEIGHT);
            hill.closePath();
            g.setColor(shade(colour[2], 1.5f - row * 0.2f));
            g.fill(hill);
        }
    }

    private void disc(double x, double y, double radius, Color of) {
        g.setColor(of);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static Color shade(Color colour, float by) {
        return new Color(part(colour.getRed(), by), part(colour.getGreen(), by), part(colour.getBlue(), by));
    }

    private static int part(int value, float by) {
        return Math.min(255, Math.round(value * by));
    }
}

package pinplan.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Stands for a video, whose frames nothing here can decode: a dark card with perforations and a play sign. No text, no font. */
final class FilmCard {
    private static final int WIDTH = 504;
    private static final int HEIGHT = 756;
    private static final Color FILM = new Color(0x2B2F36);
    private static final Color HOLE = new Color(0x4A505A);
    private static final Color SIGN = new Color(0xF2F4F7);

    private FilmCard() {}

    static BufferedImage draw() {
        BufferedImage card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = card.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(FILM);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(HOLE);
        for (int y = 21; y < HEIGHT; y += 84) {
            pen.fillRoundRect(24, y, 36, 42, 12, 12);
            pen.fillRoundRect(WIDTH - 60, y, 36, 42, 12, 12);
        }
        pen.setColor(SIGN);
        pen.fillOval(WIDTH / 2 - 96, HEIGHT / 2 - 96, 192, 192);
        pen.setColor(FILM);
        pen.fillPolygon(new Polygon(
                new int[] {WIDTH / 2 - 34, WIDTH / 2 - 34, WIDTH / 2 + 56},
                new int[] {HEIGHT / 2 - 56, HEIGHT / 2 + 56, HEIGHT / 2},
                3));
        pen.dispose();
        return card;
    }
}

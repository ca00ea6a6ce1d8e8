package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Turns a probed picture into pixels: its middle in the shape of a pin, or the whole, only as many pixels as thumbnails
 * need, only a few pictures at once. So 50 megapixels cost little more memory than five, where they
 * come line by line.
 */
@ApplicationScoped
class Decoder {
    /** Twice the widest thumbnail is enough to scale it down well. */
    private static final int ENOUGH = 1_008;

    private static final int PATIENCE_SECONDS = 60;
    /** Nobody sees a difference, and Pinterest packs it once more. */
    private static final float QUALITY = 0.92f;

    private final Semaphore places;

    static {
        ImageIO.setUseCache(false);
        // Readers come from our own dependencies; ImageIO may have been started by a class loader that lacks them.
        ImageIO.scanForPlugins();
    }

    @Inject
    Decoder(MediaLimits limits) {
        places = new Semaphore(limits.decodesAtOnce(), true);
    }

    /** The middle of the picture, 2:3, upright, opaque. */
    BufferedImage middle(Picture picture) throws Refusal {
        return upright(picture, (width, height) -> {
            Rectangle middle = middle(width, height, picture.lying());
            return new Part(middle, Math.max(1, Math.min(middle.width, middle.height) / ENOUGH));
        });
    }

    /** All of it, upright, opaque, with twice the pixels that fit into this room: enough to scale it down well. */
    BufferedImage whole(Picture picture, int widest, int highest) throws Refusal {
        int across = picture.lying() ? highest : widest;
        int down = picture.lying() ? widest : highest;
        return upright(
                picture,
                (width, height) -> new Part(new Rectangle(width, height), (int)
                        Math.max(1, 1 / (2 * scale(width, height, across, down)))));
    }

    /** A part of it in full, as one sees it: as a JPEG; as a PNG where one can see through it. It holds pixels alone. */
    byte[] anew(Picture picture, Rectangle seen) throws Refusal {
        Turn turn = Turn.of(picture.orientation());
        BufferedImage part = turned(picture, (width, height) -> new Part(turn.stored(seen, width, height), 1), false);
        return written(part, part.getColorModel().hasAlpha() ? Format.PNG : Format.JPEG);
    }

    /** By what a picture is multiplied to fit into this room; one that is smaller stays so. */
    static double scale(int width, int height, int widest, int highest) {
        return Math.min(1, Math.min((double) widest / width, (double) highest / height));
    }

    /** @param every of its pixels, one is read */
    private record Part(Rectangle where, int every) {}

    /** Which part of a picture is read, by its size as stored. */
    private interface Choice {
        Part of(int width, int height);
    }

    private BufferedImage upright(Picture picture, Choice choice) throws Refusal {
        return turned(picture, choice, true);
    }

    private BufferedImage turned(Picture picture, Choice choice, boolean opaque) throws Refusal {
        enter();
        try {
            BufferedImage stored = plain(decode(picture, choice), opaque);
            return picture.orientation() == 1
                    ? stored
                    : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(picture.orientation()))
                            .apply(stored);
        } catch (IOException | RuntimeException unreadable) {
            // Decoders throw whatever they stumble over; for a person it is all the same.
            throw Cursor.damaged();
        } finally {
            places.release();
        }
    }

    private void enter() throws Refusal {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal("Too many pictures are being read at this moment. Try again in a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Reading this picture was interrupted. Try again.");
        }
    }

    private static BufferedImage decode(Picture picture, Choice choice) throws IOException {
        IOException last = new IOException("no reader");
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(picture.format().contentType);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.clean()))) {
                return decode(reader, in, choice);
            } catch (IOException e) {
                last = e;
            } finally {
                reader.dispose();
            }
        }
        throw last;
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in, Choice choice) throws IOException {
        reader.setInput(in, true, true);
        // A GIF's first frame may be smaller than its canvas, so the reader is asked.
        Part part = choice.of(reader.getWidth(0), reader.getHeight(0));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(part.where());
        param.setSourceSubsampling(part.every(), part.every(), 0, 0);
        return reader.read(0, param);
    }

    static Rectangle middle(int width, int height, boolean lying) {
        int across = lying ? 3 : 2;
        int down = lying ? 2 : 3;
        int wide = (int) Math.max(1, Math.min(width, (long) height * across / down));
        int high = (int) Math.max(1, Math.min(height, (long) width * down / across));
        return new Rectangle((width - wide) / 2, (height - high) / 2, wide, high);
    }

    /** In the colours of the web, whatever profile it came with; on white, where nothing shall shine through. */
    private static BufferedImage plain(BufferedImage image, boolean opaque) {
        boolean clear = !opaque && image.getColorModel().hasAlpha();
        BufferedImage plain = new BufferedImage(
                image.getWidth(), image.getHeight(), clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(coloured(image), 0, 0, clear ? null : Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    /** Java takes grey with alpha for linear light, which would make it pale: here it is three colours, each as bright as the grey. */
    private static BufferedImage coloured(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (!model.hasAlpha() || model.getNumComponents() != 2) {
            return image;
        }
        ComponentSampleModel samples = (ComponentSampleModel) image.getSampleModel();
        int grey = samples.getBandOffsets()[0];
        WritableRaster raster = Raster.createInterleavedRaster(
                image.getRaster().getDataBuffer(),
                image.getWidth(),
                image.getHeight(),
                samples.getScanlineStride(),
                samples.getPixelStride(),
                new int[] {grey, grey, grey, samples.getBandOffsets()[1]},
                null);
        ColorSpace web = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        return new BufferedImage(
                new ComponentColorModel(web, true, false, ColorModel.TRANSLUCENT, raster.getTransferType()),
                raster,
                false,
                null);
    }

    private static byte[] written(BufferedImage image, Format format) throws Refusal {
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(format.contentType).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException unwritable) {
            throw Cursor.damaged();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

package org.gne.io.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.gne.data.Schema.Picture;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** An image file: its header, and its pixels on demand. Of several frames the first one is used. */
final class PictureFile {

    private static final long MOST_PIXELS = 1 << 26;
    private static final long LARGEST = 1 << 28;

    private static final int LONGEST = 200;

    private final Path path;
    private final byte[] content;
    private final PictureTags tags;
    private final Placing placing;
    private final boolean grey;
    private final boolean frames;

    private PictureFile(Path path, byte[] content, PictureTags tags, Placing placing, boolean grey, boolean frames) {
        this.path = path;
        this.content = content;
        this.tags = tags;
        this.placing = placing;
        this.grey = grey;
        this.frames = frames;
    }

    int width() {
        return placing.width();
    }

    int height() {
        return placing.height();
    }

    /** Whether the file has more images than the first. */
    boolean hasFrames() {
        return frames;
    }

    /** Whether it is grey, by its type or its palette. */
    boolean isGrey() {
        return grey;
    }

    /**
     * Reads a file and its header.
     *
     * @throws InputException if it is not an image, or its size is too large
     */
    static PictureFile read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new InputException(
                    path + (Files.exists(path) ? ": is a device or a pipe" : ": is a link without a target")
                            + ", expected an image");
        }
        if (Files.size(path) > LARGEST) {
            throw new InputException(path + ": " + (Files.size(path) >> 20) + " MB, expected at most " + (LARGEST >> 20)
                    + " for an image");
        }
        byte[] content = Files.readAllBytes(path);
        PictureTags tags = PictureTags.of(content);
        if (!tags.whole()) {
            throw new InputException(
                    path + ": found pixels that are fractions or have a sign, expected whole numbers of 8 or 16 bits"
                            + " (as an array, .npy, such values can be read)");
        }
        return decoding(path, content, reader -> {
            requireSize(path, reader.getHeight(0), reader.getWidth(0));
            Placing placing = Placing.of(reader, content, tags);
            requireSize(path, placing.height(), placing.width());
            return new PictureFile(path, content, tags, placing, isGrey(reader), frames(reader) > 1);
        });
    }

    /** The number of images; damage after the first does not matter. */
    private static int frames(ImageReader reader) {
        try {
            return reader.getNumImages(true);
        } catch (IOException | RuntimeException e) {
            return 1;
        }
    }

    private static void requireSize(Path path, int height, int width) {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new InputException(
                    path + ": found " + width + " x " + height + " pixels, expected 1 to " + MOST_PIXELS);
        }
    }

    private static boolean isGrey(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        ColorModel colors = types.hasNext() ? types.next().getColorModel() : null;
        if (!(colors instanceof IndexColorModel palette)) {
            return colors != null && colors.getNumColorComponents() == 1;
        }
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The pixels, line by line from the top left.
     *
     * @return {@code [height, columns, channels]}
     * @throws InputException if they are damaged
     */
    byte[] pixels(Picture shape) throws IOException {
        PngChecksums.check(path, content);
        return decoding(path, content, reader -> {
            DamageWarnings warnings = new DamageWarnings();
            reader.addIIOReadWarningListener(warnings);
            BufferedImage image = reader.read(0);
            warnings.refuse(path);
            return bytes(image, shape);
        });
    }

    private byte[] bytes(BufferedImage image, Picture shape) {
        float[][] planes = Planes.of(image, shape.channels(), tags.alpha());
        byte[] pixels = new byte[shape.width()];
        for (int c = 0; c < planes.length; c++) {
            float[] upright = placing.place(planes[c], image.getHeight(), image.getWidth());
            float[] plane = Resampling.resize(upright, height(), width(), shape.height(), shape.columns());
            for (int i = 0; i < plane.length; i++) {
                pixels[i * planes.length + c] = (byte) Math.max(0, Math.min(255, Math.round(plane[i])));
            }
        }
        return pixels;
    }

    private interface Decoding<T> {
        @Nullable T decode(ImageReader reader) throws IOException;
    }

    private static <T> T decoding(Path path, byte[] content, Decoding<T> decoding) throws IOException {
        ImageReader reader = null;
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new InputException(
                        path + ": is not an image of a known format, expected PNG, JPEG, GIF, BMP, TIFF or WebP");
            }
            reader = readers.next();
            // Metadata is ignored: profiles and comments are often damaged although the image is not. That of a GIF has
            // the
            // position of the frame.
            reader.setInput(in, false, !"gif".equalsIgnoreCase(reader.getFormatName()));
            T decoded = decoding.decode(reader);
            if (decoded == null) {
                throw damaged(path, reader, null);
            }
            return decoded;
        } catch (InputException | NoSuchFileException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // For damaged bytes, decoders throw all kinds of exceptions, and allocate memory for damaged sizes.
            throw damaged(path, reader, e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    /** Decoders put whole tables of a damaged file into their messages. */
    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }

    private static InputException damaged(Path path, @Nullable ImageReader reader, @Nullable Throwable e) {
        String kind = "";
        try {
            kind = reader == null ? "" : reader.getFormatName().toUpperCase(Locale.ROOT) + " ";
        } catch (IOException ignored) {
            // The message does not need it.
        }
        String why = e instanceof OutOfMemoryError
                ? "it needs more memory than there is (-Xmx)"
                : e == null || e.getMessage() == null ? "it is damaged" : shortened(e.getMessage());
        InputException failure = new InputException(path + ": the " + kind + "image cannot be decoded: " + why);
        if (e != null) {
            failure.initCause(e);
        }
        return failure;
    }
}

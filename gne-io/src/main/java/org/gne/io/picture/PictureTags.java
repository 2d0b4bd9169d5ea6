package org.gne.io.picture;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of an image say about its pixels: those of a TIFF, or the EXIF data in a JPEG, PNG or WebP. Damaged tags say nothing.
 *
 * @param orientation where the first line and the first column of the stored image are, 1 to 8 as in EXIF
 * @param alpha what a channel beside the colours is, if there is one
 * @param whole whether the samples are whole numbers without a sign
 */
record PictureTags(int orientation, Alpha alpha, boolean whole) {

    /** What a channel beside the colours is. */
    enum Alpha {
        /** Nothing that is drawn. */
        NONE,
        /** Transparency. */
        STRAIGHT,
        /** Transparency, with which the colours are multiplied. */
        MULTIPLIED
    }

    private static final PictureTags NONE = new PictureTags(1, Alpha.STRAIGHT, true);

    private static final int ORIENTATION = 274;
    private static final int EXTRA_SAMPLES = 338;
    private static final int SAMPLE_FORMAT = 339;

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    /** The tags of an image file. */
    static PictureTags of(byte[] content) {
        byte[] tiff = tiff(content);
        if (tiff == null) {
            return NONE;
        }
        boolean whole = tiff != content;
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(tiff))) {
            Directory tags = new TIFFReader().read(in);
            int orientation = (int) number(tags, ORIENTATION, 1);
            return new PictureTags(
                    orientation >= 1 && orientation <= 8 ? orientation : 1,
                    whole ? Alpha.STRAIGHT : alpha(number(tags, EXTRA_SAMPLES, 2)),
                    whole || number(tags, SAMPLE_FORMAT, 1) == 1 || number(tags, SAMPLE_FORMAT, 1) == 4);
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    private static Alpha alpha(long extra) {
        return extra == 0 ? Alpha.NONE : extra == 1 ? Alpha.MULTIPLIED : Alpha.STRAIGHT;
    }

    /** The first number of a tag. */
    private static long number(Directory tags, int tag, long absent) {
        Entry entry = tags.getEntryById(tag);
        Object value = entry == null ? null : entry.getValue();
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof int[] several && several.length > 0
                ? several[0]
                : value instanceof short[] few && few.length > 0 ? few[0] : absent;
    }

    /** The part of a file that is TIFF, null if there is none. */
    private static byte @Nullable [] tiff(byte[] content) {
        String start = new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("II") || start.startsWith("MM")) {
            return content;
        }
        ByteBuffer in = ByteBuffer.wrap(content);
        if (start.startsWith("\u00ff\u00d8")) {
            return jpeg(in);
        }
        if (start.startsWith("\u0089PNG")) {
            return chunk(in, 8, "eXIf", true);
        }
        return start.startsWith("RIFF") && start.endsWith("WEBP") ? chunk(in, 12, "EXIF", false) : null;
    }

    private static byte @Nullable [] jpeg(ByteBuffer in) {
        int at = 2;
        while (at + 4 <= in.limit() && (in.get(at) & 0xff) == 0xff && (in.get(at + 1) & 0xff) != 0xda) {
            int length = in.getShort(at + 2) & 0xffff;
            byte[] data =
                    Arrays.copyOfRange(in.array(), at + 4, Math.max(at + 4, Math.min(in.limit(), at + 2 + length)));
            if ((in.get(at + 1) & 0xff) == 0xe1 && startsWithExif(data)) {
                return Arrays.copyOfRange(data, EXIF.length, data.length);
            }
            at += 2 + length;
        }
        return null;
    }

    private static boolean startsWithExif(byte[] data) {
        return data.length > EXIF.length && Arrays.equals(EXIF, Arrays.copyOf(data, EXIF.length));
    }

    /** The data of a chunk: PNG has the length before the name and a checksum after the data, RIFF the length after the name. */
    private static byte @Nullable [] chunk(ByteBuffer in, int first, String name, boolean png) {
        in.order(png ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int at = first;
        while (at + 8 <= in.limit()) {
            int length = in.getInt(at + (png ? 0 : 4));
            if (length < 0 || length > in.limit() - at - 8) {
                return null;
            }
            String found = new String(in.array(), at + (png ? 4 : 0), 4, StandardCharsets.ISO_8859_1);
            if (found.equals(name)) {
                byte[] data = Arrays.copyOfRange(in.array(), at + 8, at + 8 + length);
                return startsWithExif(data) ? Arrays.copyOfRange(data, EXIF.length, data.length) : data;
            }
            at += 8 + length + (png ? 4 : length % 2);
        }
        return null;
    }
}

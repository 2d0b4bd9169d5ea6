package org.gne.io.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.RowStore;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.text.TextEncoding;

/**
 * Word vectors in the binary form of word2vec: a line with the numbers of words and of values, then each word, a space, and its values as
 * floats, low byte first. The words are the ids.
 *
 * @hidden internal
 */
public final class WordVectorsFormat implements InputFormat {

    private static final Pattern START = Pattern.compile("(\\d{1,9}) (\\d{1,7})\n(.*)", Pattern.DOTALL);

    private static final int LOOKED_AT = 4096;
    private static final int WIDEST = 1 << 20;
    private static final int LONGEST_WORD = 1 << 16;

    @Override
    public String description() {
        return "word vectors (word2vec .bin)";
    }

    @Override
    public boolean claims(InputSource source) {
        return false;
    }

    /** Whether a line of two numbers is followed by bytes that are no text. */
    @Override
    public boolean recognises(InputSource source) {
        byte[] start = source.start(LOOKED_AT);
        return !TextEncoding.isText(start)
                && START.matcher(new String(start, StandardCharsets.ISO_8859_1)).matches();
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoColumns(source.text(), "a file of word vectors");
        options.requireNoArray(source.text());
        Matcher start = START.matcher(new String(source.start(LOOKED_AT), StandardCharsets.ISO_8859_1));
        int words = start.matches() ? Integer.parseInt(start.group(1)) : 0;
        int width = start.matches() ? Integer.parseInt(start.group(2)) : 0;
        if (words < 1 || width < 1 || width > WIDEST) {
            throw new InputException(source.text() + ": line 1: found " + words + " words of " + width
                    + " values, expected at least 1 of 1 to " + WIDEST);
        }
        Ids.Builder ids = new Ids.Builder();
        ByteBuffer vector = ByteBuffer.allocate(4 * width).order(ByteOrder.LITTLE_ENDIAN);
        float[] row = new float[width];
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16);
                RowStore store = new RowStore(RowStore.Element.FLOAT, width, options.storage())) {
            in.skipNBytes(start.start(3));
            for (int i = 0; i < Math.min(words, options.limit()); i++) {
                ids.add(word(source, in, i));
                if (in.readNBytes(vector.array(), 0, vector.capacity()) < vector.capacity()) {
                    throw wrong(source, i, "the end of the file", width + " values");
                }
                for (int j = 0; j < width; j++) {
                    row[j] = vector.getFloat(4 * j);
                    if (Float.isInfinite(row[j])) {
                        throw wrong(source, i, row[j] + "", "a finite number");
                    }
                }
                store.add(row);
            }
            if (words <= options.limit() && !new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).isBlank()) {
                throw wrong(source, words, "more bytes", "the end after " + words + " words");
            }
            return new Dataset(source.text(), store.finish(Schema.Columns.numbered(width)), null).withIds(ids.build());
        }
    }

    /** The bytes up to the next space, without the line end after the vector before. */
    private static String word(InputSource source, InputStream in, int index) throws IOException {
        byte[] word = new byte[32];
        int length = 0;
        for (int c = in.read(); c != ' ' || length == 0; c = in.read()) {
            if (c < 0) {
                throw wrong(source, index, "the end of the file", "a word and a space");
            }
            if (length == LONGEST_WORD) {
                throw wrong(source, index, "a word of more than " + LONGEST_WORD + " bytes", "a shorter one");
            }
            if (length > 0 || c != '\n') {
                word = length == word.length ? Arrays.copyOf(word, 2 * length) : word;
                word[length++] = (byte) c;
            }
        }
        return new String(word, 0, length, StandardCharsets.UTF_8);
    }

    private static InputException wrong(InputSource source, int word, String found, String expected) {
        return new InputException(
                source.text() + ": word " + (word + 1) + ": found " + found + ", expected " + expected);
    }
}

package org.gne.io.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.RowStore;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;

/**
 * Vectors of the TEXMEX corpus: before each vector its length as 4 bytes; floats, bytes or whole numbers, low byte
 * first.
 *
 * @hidden internal
 */
public final class VecsFormat implements InputFormat {

    private static final int LONGEST = 1 << 20;

    @Override
    public String description() {
        return "vectors (.fvecs, .bvecs, .ivecs)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".fvecs", ".bvecs", ".ivecs"));
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoColumns(source.text(), "a file of vectors");
        options.requireNoArray(source.text());
        char kind = source.unpackedName().charAt(source.unpackedName().length() - "fvecs".length());
        int bytes = kind == 'b' ? 1 : 4;
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            ByteBuffer head = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            int width = in.readNBytes(head.array(), 0, 4) == 4 ? head.getInt(0) : 0;
            if (width < 1 || width > LONGEST) {
                throw wrong(source, 0, "a vector of " + width + " values", "1 to " + LONGEST);
            }
            ByteBuffer vector = ByteBuffer.allocate(width * bytes).order(ByteOrder.LITTLE_ENDIAN);
            RowStore.Element element = kind == 'b' ? RowStore.Element.BYTE : RowStore.Element.FLOAT;
            try (RowStore store = new RowStore(element, width, options.storage())) {
                float[] row = new float[width];
                int got = 4;
                while (got == 4 && store.size() < options.limit()) {
                    long at = (long) store.size() * (4 + width * bytes);
                    if (head.getInt(0) != width) {
                        throw wrong(source, at, "a vector of " + head.getInt(0) + " values", width + " as before");
                    }
                    if (in.readNBytes(vector.array(), 0, width * bytes) < width * bytes) {
                        throw wrong(source, at + 4, "the end of the file", width + " values");
                    }
                    if (kind == 'b') {
                        store.add(vector.array(), 0);
                    } else {
                        for (int i = 0; i < width; i++) {
                            row[i] = kind == 'f' ? vector.getFloat(4 * i) : vector.getInt(4 * i);
                            if (Float.isInfinite(row[i])) {
                                throw wrong(source, at + 4 + 4L * i, row[i] + "", "a finite number");
                            }
                        }
                        store.add(row);
                    }
                    got = in.readNBytes(head.array(), 0, 4);
                }
                if (got > 0 && got < 4) {
                    throw wrong(source, (long) store.size() * (4 + width * bytes), got + " more bytes", "a vector");
                }
                return new Dataset(source.text(), store.finish(Schema.Columns.numbered(width)), null);
            }
        }
    }

    private static InputException wrong(InputSource source, long at, String found, String expected) {
        return new InputException(source.text() + ": byte " + at + ": found " + found + ", expected " + expected);
    }
}

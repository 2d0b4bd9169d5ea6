package org.gne.io.matlab;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gne.io.BoundedStream;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.array.ArrayElement;
import org.gne.io.array.ArrayFile;
import org.gne.io.array.StoredArray;

/** The matrices of a MATLAB file of version 5, 6 or 7. Vectors have one axis; cells of texts are texts. */
final class MatFile implements ArrayFile {

    private static final int HEADER = 128;
    private static final int MATRIX = 14;

    private final InputSource source;
    private final ByteOrder order;
    private final Map<String, Entry> entries;

    /**
     * A matrix in the file.
     *
     * @param from the byte after its tag
     * @param bytes its length in the file
     * @param compressed whether it is packed
     * @param matrix its header
     */
    private record Entry(long from, long bytes, boolean compressed, MatMatrix matrix) {}

    private MatFile(InputSource source, ByteOrder order, Map<String, Entry> entries) {
        this.source = source;
        this.order = order;
        this.entries = entries;
    }

    /**
     * Lists the matrices of a file.
     *
     * @throws InputException if it is damaged, another version, or has no matrix of numbers
     */
    static MatFile open(InputSource source) throws IOException {
        Map<String, Entry> found = new LinkedHashMap<>();
        String name = source.text();
        ByteOrder order;
        long at = HEADER;
        try (InputStream file = new BufferedInputStream(source.open(), 1 << 16)) {
            byte[] header = file.readNBytes(HEADER);
            String end = header.length < HEADER ? "" : new String(header, 126, 2, StandardCharsets.ISO_8859_1);
            if (!end.equals("IM") && !end.equals("MI")) {
                throw new InputException(
                        name + ": is no MATLAB file of version 5 to 7, expected one (in MATLAB: save(..., '-v7'))");
            }
            order = end.equals("IM") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            MatStream in = new MatStream(name, file, order);
            for (MatStream.Tag tag = in.tag(); tag.type() != 0; tag = in.tag()) {
                boolean compressed = tag.type() == MatStream.COMPRESSED;
                if (!compressed && tag.type() != MATRIX) {
                    throw in.wrong("an element of type " + tag.type() + " at byte " + at, "a matrix");
                }
                BoundedStream part = in.part(tag.bytes());
                MatMatrix matrix = MatMatrix.read(inside(in, part, compressed));
                if (!matrix.name().isEmpty()) {
                    found.put(matrix.name(), new Entry(at + 8, tag.bytes(), compressed, matrix));
                }
                part.skipRest();
                at += 8 + tag.bytes() + (compressed ? 0 : -tag.bytes() & 7);
            }
        } catch (EOFException e) {
            throw new InputException(name + ": the file ends early, expected it to go on", e);
        }
        MatFile mat = new MatFile(source, order, found);
        if (mat.names().isEmpty()) {
            throw new InputException(
                    name + ": found no matrix of numbers, expected one (structs are not read: in MATLAB,"
                            + " save(..., '-struct', 's') writes their fields)");
        }
        return mat;
    }

    /** The elements of a matrix, after the tag that a packed one has again. */
    private static MatStream inside(MatStream in, BoundedStream part, boolean compressed) throws IOException {
        MatStream inside = new MatStream(in.name(), compressed ? in.unpacked(part) : part, in.order());
        if (compressed && inside.tag().type() != MATRIX) {
            throw in.wrong("a packed element that is no matrix", "a matrix");
        }
        return inside;
    }

    @Override
    public String name() {
        return source.text();
    }

    /** The matrices of real numbers and the cells. */
    @Override
    public List<String> names() {
        return entries.values().stream()
                .map(Entry::matrix)
                .filter(matrix -> matrix.isNumbers() || matrix.isSparse() || matrix.kind() == MatMatrix.CELLS)
                .map(MatMatrix::name)
                .toList();
    }

    @Override
    public StoredArray open(String array) throws IOException {
        Entry entry = Objects.requireNonNull(entries.get(array));
        String place = name() + ", matrix '" + array + "'";
        MatMatrix matrix = entry.matrix();
        if (matrix.isSparse() || matrix.complex()) {
            throw new InputException(place + ": is " + (matrix.isSparse() ? "sparse" : "complex")
                    + ", expected a full matrix of real numbers (in MATLAB: "
                    + (matrix.isSparse() ? "full(" : "abs(") + array + "))");
        }
        if (matrix.sizes().length != 2) {
            throw new InputException(place + ": found " + matrix.sizes().length
                    + " axes, expected 2 (in MATLAB, reshape makes" + " rows: reshape(" + array + ", [], size(" + array
                    + ", " + matrix.sizes().length + "))')");
        }
        InputStream file = new BufferedInputStream(source.open(), 1 << 16);
        try {
            file.skipNBytes(entry.from());
            MatStream in = new MatStream(place, file, order);
            MatStream inside = inside(in, in.part(entry.bytes()), entry.compressed());
            MatMatrix.read(inside);
            if (matrix.kind() == MatMatrix.CELLS) {
                List<String> texts = texts(inside, matrix.shape());
                file.close();
                return StoredArray.ofTexts(place, texts);
            }
            MatStream.Tag tag = inside.tag();
            ArrayElement element = MatMatrix.element(inside, tag.type(), matrix.logical());
            if (element == null) {
                throw inside.wrong("values of type " + tag.type(), "numbers");
            }
            return new StoredArray(place, element, matrix.shape(), true, inside.part(tag.bytes()), entry.from());
        } catch (EOFException e) {
            file.close();
            throw new InputException(place + ": the file ends early, expected it to go on", e);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The texts in cells. */
    private static List<String> texts(MatStream in, long[] shape) throws IOException {
        if (shape.length != 1) {
            throw in.wrong("cells with two axes", "one row or column of texts");
        }
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < shape[0]; i++) {
            MatStream.Tag tag = in.tag();
            if (tag.type() != MATRIX) {
                throw in.wrong("a cell of type " + tag.type(), "a text");
            }
            BoundedStream part = in.part(tag.bytes());
            MatStream cell = new MatStream(in.name(), part, in.order());
            MatMatrix matrix = MatMatrix.read(cell);
            if (matrix.kind() != MatMatrix.CHARACTERS || (matrix.sizes()[0] != 1 && matrix.shape()[0] != 0)) {
                throw in.wrong("a cell that is no text", "texts only");
            }
            MatStream.Tag characters = cell.tag();
            byte[] bytes = cell.bytes(characters);
            texts.add(new String(bytes, encoding(in, characters.type())));
            part.skipRest();
        }
        return texts;
    }

    private static Charset encoding(MatStream in, int type) {
        boolean little = in.order() == ByteOrder.LITTLE_ENDIAN;
        return switch (type) {
            case 4, 17 -> little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            case 1, 2, 16 -> StandardCharsets.UTF_8;
            default -> throw in.wrong("characters of type " + type, "UTF-8 or UTF-16");
        };
    }

    @Override
    public void close() {
        // Every array opens the file again.
    }
}

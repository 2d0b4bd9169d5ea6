package org.gne.io.hdf;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.array.ArrayElement;
import org.gne.io.array.ArrayFile;
import org.gne.io.array.StoredArray;

/** The datasets of an HDF5 file as arrays, by their paths. */
final class HdfArrays implements ArrayFile {

    /** The largest number of characters of a text. */
    private static final int LONGEST = 1 << 16;

    private final Hdf file;
    private final List<String> names;

    /**
     * Lists the datasets of numbers and texts.
     *
     * @throws InputException if there is none
     */
    HdfArrays(Hdf file) {
        this.file = file;
        this.names = file.datasets().stream()
                .filter(path -> isArray(file.place(path), file.dataset(path)))
                .toList();
        if (names.isEmpty()) {
            throw new InputException(
                    file.name() + ": found no array of numbers, expected a dataset with at least one axis"
                            + " (tables of pandas: to_parquet writes a file that can be read)");
        }
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> names() {
        return names;
    }

    /** Whether a dataset has numbers, or texts on one axis. */
    private static boolean isArray(String place, Dataset dataset) {
        return Hdf.guarded(place, () -> {
            DataType type = dataset.getDataType();
            int axes = dataset.getDimensions().length;
            return axes > 0
                    && (HdfNumbers.element(place, dataset) != null
                            || (axes == 1 && (type instanceof StringData || type instanceof VariableLength)));
        });
    }

    @Override
    public StoredArray open(String path) {
        Dataset dataset = file.dataset(path);
        String place = file.place(path);
        if (HdfNumbers.element(place, dataset) == null) {
            List<String> texts = HdfTexts.of(file, path);
            return texts(place, texts, new long[] {texts.size()});
        }
        HdfNumbers numbers = HdfNumbers.of(file, path);
        long[] shape = Arrays.stream(numbers.axes()).asLongStream().toArray();
        return new StoredArray(place, numbers.element(), shape, false, new HdfStream(numbers), 0);
    }

    /** Texts as an array of elements of one length. */
    private static StoredArray texts(String place, List<String> texts, long[] shape) {
        int longest = 1;
        for (String text : texts) {
            longest = Math.max(longest, text.codePointCount(0, text.length()));
        }
        long bytes = 4L * longest * texts.size();
        if (longest > LONGEST || bytes > Integer.MAX_VALUE - 8) {
            throw new InputException(
                    place + ": found texts of up to " + longest + " characters, expected shorter ones");
        }
        ByteBuffer all = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < texts.size(); i++) {
            all.position(4 * longest * i);
            texts.get(i).codePoints().forEach(all::putInt);
        }
        ArrayElement element = new ArrayElement(ArrayElement.Kind.UTF32, 4 * longest, ByteOrder.LITTLE_ENDIAN);
        InputStream in = new ByteArrayInputStream(all.array());
        return new StoredArray(place, element, shape, false, in, 0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

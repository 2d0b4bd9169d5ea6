package org.gne.io.hdf;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.array.ArrayFile;
import org.gne.io.array.StoredArray;

/** The datasets of an HDF5 file as arrays, by their paths. */
final class HdfArrays implements ArrayFile {

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
            return StoredArray.ofTexts(place, HdfTexts.of(file, path));
        }
        HdfNumbers numbers = HdfNumbers.of(file, path);
        long[] shape = Arrays.stream(numbers.axes()).asLongStream().toArray();
        return new StoredArray(place, numbers.element(), shape, false, new HdfStream(numbers), 0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.gne.io.hdf;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import java.util.List;
import org.gne.io.InputException;

/** Reads texts. */
final class HdfTexts {

    private HdfTexts() {}

    /** All values of a dataset with one axis as texts; numbers are written as texts. */
    static List<String> of(Hdf file, String path) {
        String place = file.place(path);
        Dataset dataset = file.dataset(path);
        if (HdfNumbers.element(place, dataset) != null) {
            return Arrays.stream(HdfNumbers.of(file, path).all())
                    .mapToObj(HdfTexts::text)
                    .toList();
        }
        Object values = Hdf.guarded(place, () -> dataset.getSize() == 0 ? new String[0] : dataset.getData());
        if (values instanceof String[] texts) {
            return Arrays.asList(texts);
        }
        throw new InputException(place + ": found neither texts nor numbers on one axis, expected them");
    }

    /** A number as text, without a point if it is whole. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }
}

package org.gne.io.array;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.Schema.Picture;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.LabelChoice;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * An input of arrays: one array holds the rows; other arrays of the same file can hold classes and ids.
 *
 * @hidden internal
 */
public interface ArrayFormat extends InputFormat {

    /** The number of arrays that a message names. */
    int NAMED = 12;

    /** Opens an input that this format claimed. */
    ArrayFile open(InputSource source) throws IOException;

    @Override
    default Dataset read(InputSource source, ReadOptions options) throws IOException {
        try (ArrayFile file = open(source)) {
            return read(file, options);
        }
    }

    /**
     * Reads the array with the rows, and those of the labels and ids.
     *
     * @throws org.gne.io.InputException if an array is damaged, or does not match the options
     */
    static Dataset read(ArrayFile file, ReadOptions options) throws IOException {
        ColumnChoice choice = options.columns();
        options.withColumns(choice.withLabel(null).withId(null)).requireNoColumns(file.name(), "arrays of numbers");
        String rows = rows(file, options);
        Samples samples;
        int all;
        Picture images;
        ReadOptions complete;
        Schema.Columns columns;
        try (StoredArray array = file.open(rows)) {
            all = array.rows();
            images = options.picture() == null ? ArrayLayout.images(array) : null;
            complete = images == null ? options : options.withPicture(images);
            columns = ArrayColumns.of(array, complete);
        }
        try (StoredArray array = file.open(rows)) {
            samples = ArrayRows.read(array, columns, complete);
        }
        Dataset data = new Dataset(file.name(), samples, null).withNotes(images == null ? List.of() : note(images));
        if (choice.label() != null) {
            try (StoredArray array = file.open(known(file, "--label", choice.label()))) {
                ArrayNames.requireRows(array, all);
                Labels labels = ArrayNames.labels(array).limit(samples.size());
                data = LabelChoice.add(data, choice.label(), labels, options.labelType());
            }
        }
        if (choice.id() != null) {
            try (StoredArray array = file.open(known(file, "--id", choice.id()))) {
                ArrayNames.requireRows(array, all);
                data = data.withIds(ArrayNames.ids(array).limit(samples.size()));
            }
        }
        return data;
    }

    private static List<String> note(Picture images) {
        return List.of("each row is read as an image of " + images.height() + " x " + images.columns()
                + (images.channels() == 1 ? "" : " x " + images.channels())
                + ", as the axes are (--picture changes it)");
    }

    @Override
    default Labels labels(InputSource source, int rows) throws IOException {
        try (ArrayFile file = open(source);
                StoredArray array = file.open(rows(file, ReadOptions.defaults()))) {
            return ArrayNames.labels(array);
        }
    }

    /** The requested array, or the only one that is neither labels nor ids. */
    private static String rows(ArrayFile file, ReadOptions options) {
        String asked = options.array();
        if (asked != null) {
            return known(file, "--array", asked);
        }
        List<@Nullable String> left = new ArrayList<>(file.names());
        left.remove(options.columns().label());
        left.remove(options.columns().id());
        String only = left.isEmpty() ? null : left.get(0);
        if (left.size() != 1 || only == null) {
            throw new InputException(file.name() + ": found " + left.size() + " arrays for the rows (" + listed(file)
                    + "), expected to be told which, such as --array "
                    + file.names().get(0));
        }
        return only;
    }

    private static String known(ArrayFile file, String option, String name) {
        if (!file.names().contains(name)) {
            throw new InputException(
                    file.name() + ": " + option + ": no array '" + name + "', expected one of " + listed(file));
        }
        return name;
    }

    private static String listed(ArrayFile file) {
        List<String> names = file.names();
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}

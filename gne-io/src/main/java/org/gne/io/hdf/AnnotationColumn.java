package org.gne.io.hdf;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.TableColumn.Kind;
import org.gne.io.array.ArrayElement;
import org.jspecify.annotations.Nullable;

/**
 * A column of what is known of cells or genes.
 *
 * @param kind the kind of its values
 * @param numbers the numbers, or null if it holds texts
 * @param texts the texts, null for missing values, or null if it holds numbers
 */
record AnnotationColumn(
        Kind kind, double @Nullable [] numbers, @Nullable List<@Nullable String> texts) {

    /**
     * Reads a column: a dataset, or a group of codes and categories, or of values and a mask of missing values.
     *
     * @param frame the path of the table, such as {@code obs}
     * @throws InputException if there is no such column, or it is damaged
     */
    static AnnotationColumn read(Hdf file, String frame, String name) {
        String path = frame + "/" + name;
        Node node = file.find(path);
        if (node instanceof Group) {
            List<String> parts = file.names(path);
            if (parts.contains("codes") && parts.contains("categories")) {
                return categories(file, path + "/codes", path + "/categories");
            }
            if (parts.contains("values") && parts.contains("mask")) {
                return masked(file, path);
            }
            throw new InputException(file.place(path) + ": found a group of " + String.join(", ", parts)
                    + ", expected codes and categories, or values and a mask");
        }
        if (file.find(frame + "/__categories/" + name) instanceof Dataset) {
            // As anndata 0.7 wrote categories.
            return categories(file, path, frame + "/__categories/" + name);
        }
        return plain(file, path);
    }

    private static AnnotationColumn plain(Hdf file, String path) {
        ArrayElement element = HdfNumbers.element(file.place(path), file.dataset(path));
        if (element == null) {
            return new AnnotationColumn(Kind.TEXT, null, new ArrayList<>(HdfTexts.of(file, path)));
        }
        Kind kind = switch (element.kind()) {
            case BOOL -> Kind.BOOLEAN;
            case FLOAT -> Kind.NUMBER;
            default -> Kind.INTEGER;
        };
        return new AnnotationColumn(kind, HdfNumbers.of(file, path).all(), null);
    }

    private static AnnotationColumn categories(Hdf file, String codes, String categories) {
        List<String> names = HdfTexts.of(file, categories);
        List<@Nullable String> texts = new ArrayList<>();
        for (double code : HdfNumbers.of(file, codes).all()) {
            if (code >= names.size()) {
                throw new InputException(
                        file.place(codes) + ": found the category " + code + ", expected less than " + names.size());
            }
            texts.add(code < 0 ? null : names.get((int) code));
        }
        return new AnnotationColumn(Kind.TEXT, null, texts);
    }

    private static AnnotationColumn masked(Hdf file, String path) {
        AnnotationColumn values = plain(file, path + "/values");
        double[] mask = HdfNumbers.of(file, path + "/mask").all();
        if (mask.length != values.size()) {
            throw new InputException(file.place(path) + ": found " + values.size() + " values and a mask of "
                    + mask.length + ", expected as many");
        }
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0 && values.numbers != null) {
                values.numbers[i] = Double.NaN;
            } else if (mask[i] != 0 && values.texts != null) {
                values.texts.set(i, null);
            }
        }
        return values;
    }

    /** The number of values. */
    int size() {
        return numbers != null ? numbers.length : texts != null ? texts.size() : 0;
    }

    /** A value as a number, NaN if it is missing or a text. */
    double number(int row) {
        return numbers == null ? Double.NaN : numbers[row];
    }

    /** A value as text, null if it is missing. */
    @Nullable String text(int row) {
        if (texts != null) {
            return texts.get(row);
        }
        double value = number(row);
        return Double.isNaN(value) ? null : kind == Kind.BOOLEAN ? Boolean.toString(value != 0) : HdfTexts.text(value);
    }
}

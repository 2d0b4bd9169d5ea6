package org.gne.cli.map;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.gne.GneModel;
import org.gne.analysis.Ascent;
import org.gne.data.Schema;

/**
 * What {@code gne generate --maximise} maximises: a value of a row, or the density of a class.
 *
 * @param name its name
 * @param isClass whether it is a class
 * @param index the index of the value, or of the class
 */
record MaximiseTarget(String name, boolean isClass, int index) {

    private static final String COLUMN = "column:";
    private static final String CLASS = "class:";

    /** A message lists at most this many names. */
    private static final int NAMED = 8;

    /**
     * Finds the target with a name: a column of a table, a pixel as row,column (,channel) from the top left, or a class.
     * {@code column:} or {@code class:} in front of it selects one of them.
     *
     * @throws IllegalArgumentException if the model has neither, or both
     */
    static MaximiseTarget of(String text, GneModel model) {
        List<String> classes =
                model.labels() == null ? List.of() : model.labels().names();
        int label = text.startsWith(COLUMN) ? -1 : classes.indexOf(without(CLASS, text));
        int value = text.startsWith(CLASS) ? -1 : value(without(COLUMN, text), model.schema());
        if (label >= 0 && value >= 0) {
            throw new IllegalArgumentException("--maximise " + text
                    + ": found a class and a column of this name, expected " + CLASS + text + " or " + COLUMN + text);
        }
        if (label >= 0) {
            return new MaximiseTarget("class " + classes.get(label), true, label);
        }
        if (value >= 0) {
            boolean picture = model.schema() instanceof Schema.Picture;
            return new MaximiseTarget((picture ? "pixel " : "") + without(COLUMN, text), false, value);
        }
        String features = model.schema() instanceof Schema.Columns table
                ? "a column (" + listed(table.names()) + ")"
                : "a pixel as row,column";
        throw new IllegalArgumentException("--maximise: found '" + text + "', expected " + features
                + (classes.isEmpty() ? "; " + noClasses(model) : " or a class (" + listed(classes) + ")"));
    }

    /** Why there is no class to choose. */
    static String noClasses(GneModel model) {
        return model.target() == null
                ? "the model has no classes"
                : "the label " + model.target().name() + " of the model is a number, not a class";
    }

    private static String without(String prefix, String text) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String listed(List<String> names) {
        String some = String.join(", ", names.stream().limit(NAMED).toList());
        return names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " more" : some;
    }

    /** The index of the value in a row, -1 if there is none of that name. */
    private static int value(String name, Schema schema) {
        if (schema instanceof Schema.Picture picture) {
            return pixel(name, picture);
        }
        return schema instanceof Schema.Columns table ? table.names().indexOf(name) : -1;
    }

    private static int pixel(String name, Schema.Picture picture) {
        if (!name.matches("\\d{1,6},\\d{1,6}(,\\d)?")) {
            return -1;
        }
        int[] at = Stream.of(name.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        int channel = at.length == 3 ? at[2] : 0;
        if (at[0] >= picture.height() || at[1] >= picture.columns() || channel >= picture.channels()) {
            throw new IllegalArgumentException("--maximise: found pixel " + name + ", expected row 0 to "
                    + (picture.height() - 1) + ", column 0 to " + (picture.columns() - 1)
                    + (picture.channels() > 1 ? ", channel 0 to " + (picture.channels() - 1) : ""));
        }
        return (at[0] * picture.columns() + at[1]) * picture.channels() + channel;
    }

    /** The point where it is highest. */
    Ascent.Peak peak(GneModel model) {
        return isClass ? model.mode(index) : model.highest(index);
    }

    /** A line about that point. */
    String line(Ascent.Peak peak, GneModel model) {
        StringBuilder place = new StringBuilder();
        for (float coordinate : peak.place()) {
            place.append(place.isEmpty() ? "" : ",").append(coordinate);
        }
        String value = isClass
                ? String.format(
                        Locale.ROOT,
                        "density %.4g, probability %.4f",
                        StrictMath.exp(peak.value()),
                        Objects.requireNonNull(model.mixture()).classProbabilities(peak.place())[index])
                : Float.toString((float) peak.value());
        return name + (isClass ? " is densest at " : " is highest at ") + place + ": " + value;
    }
}

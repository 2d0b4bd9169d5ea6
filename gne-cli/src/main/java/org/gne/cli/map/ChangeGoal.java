package org.gne.cli.map;

import java.util.List;
import org.gne.GneModel;
import org.gne.analysis.DensePath;
import org.gne.data.Column;
import org.gne.data.Labels;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code gne counterfactual --to} wants: a class, a value of a column, or a category. */
sealed interface ChangeGoal {

    /**
     * Which cells of the map have what is wanted.
     *
     * @param from the sample where the way begins
     * @param samples the samples of the cells
     */
    boolean[] wanted(GneModel model, DensePath ways, float[] from, float[][] samples);

    /** Rows of a class. */
    record OfClass(int label) implements ChangeGoal {
        @Override
        public boolean[] wanted(GneModel model, DensePath ways, float[] from, float[][] samples) {
            Labels labels = model.labels();
            if (labels == null) {
                throw new IllegalStateException("a class of a model without classes");
            }
            return ways.cellsOf(model.embedding(), labels, label);
        }
    }

    /** A value that is reached from below or from above. */
    record OfValue(int index, double goal) implements ChangeGoal {
        @Override
        public boolean[] wanted(GneModel model, DensePath ways, float[] from, float[][] samples) {
            boolean up = goal >= from[index];
            boolean[] wanted = new boolean[samples.length];
            for (int cell = 0; cell < wanted.length; cell++) {
                wanted[cell] = up ? samples[cell][index] >= goal : samples[cell][index] <= goal;
            }
            return wanted;
        }
    }

    /** A category that is the most probable one. */
    record OfCategory(int first, int count, int category) implements ChangeGoal {
        @Override
        public boolean[] wanted(GneModel model, DensePath ways, float[] from, float[][] samples) {
            boolean[] wanted = new boolean[samples.length];
            for (int cell = 0; cell < wanted.length; cell++) {
                wanted[cell] = true;
                for (int i = 0; i < count; i++) {
                    wanted[cell] &= samples[cell][first + category] >= samples[cell][first + i];
                }
            }
            return wanted;
        }
    }

    /**
     * Parses a goal: the name of a class, {@code COLUMN=NUMBER}, {@code COLUMN=CATEGORY}, or {@code COLUMN=yes} or {@code no}.
     *
     * @throws IllegalArgumentException if the model does not know it
     */
    static ChangeGoal parse(String text, GneModel model) {
        Labels labels = model.labels();
        List<String> classes = labels == null ? List.of() : labels.names();
        int label = classes.indexOf(text);
        if (label >= 0) {
            return new OfClass(label);
        }
        int equals = text.lastIndexOf('=');
        ChangeGoal goal = equals > 0 && model.schema() instanceof Schema.Columns table
                ? column(text.substring(0, equals), text.substring(equals + 1), table)
                : null;
        if (goal == null) {
            String columns = model.schema() instanceof Schema.Columns table
                    ? "COLUMN=VALUE with one of "
                            + String.join(
                                    ", ",
                                    table.columns().stream()
                                            .map(Column::name)
                                            .limit(12)
                                            .toList())
                    : "";
            String names = classes.isEmpty()
                    ? ""
                    : "a class (" + String.join(", ", classes.subList(0, Math.min(12, classes.size()))) + ")";
            throw new IllegalArgumentException("--to: found '" + text + "', expected " + names
                    + (names.isEmpty() || columns.isEmpty() ? "" : " or ") + columns);
        }
        return goal;
    }

    private static @Nullable ChangeGoal column(String name, String value, Schema.Columns table) {
        int first = 0;
        for (Column column : table.columns()) {
            if (column.name().equals(name) && column.kind() != Column.Kind.VECTOR) {
                return switch (column.kind()) {
                    case CATEGORY -> {
                        int category = column.categories().indexOf(value);
                        if (category < 0) {
                            throw new IllegalArgumentException(
                                    "--to " + name + "=" + value + ": found no such category, expected one of "
                                            + String.join(", ", column.categories()));
                        }
                        yield new OfCategory(first, column.categories().size(), category);
                    }
                    case BOOLEAN -> new OfValue(first, value.matches("(?i)yes|true|1") ? 0.5 : 0.4999);
                    default -> new OfValue(first, (number(name, value) - column.origin()) / column.unit());
                };
            }
            first += column.width();
        }
        return null;
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--to " + name + "=" + value + ": found no number, expected one", e);
        }
    }
}

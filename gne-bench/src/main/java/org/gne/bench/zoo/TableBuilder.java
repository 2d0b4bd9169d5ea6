package org.gne.bench.zoo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Generates a table column by column. Row i is of class i mod classes, and the values of most columns depend on the class.
 * The name of the table is the seed.
 */
final class TableBuilder {

    /** The distance between the centres of two classes in a column; the standard deviation of a class is 1. */
    private static final double APART = 3.5;

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private final String name;
    private final int rows;
    private final int classes;
    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final List<String[]> columns = new ArrayList<>();
    private @Nullable String label;
    private boolean clean;

    private TableBuilder(String name, int rows, int classes) {
        this.name = name;
        this.rows = rows;
        this.classes = classes;
        random = new Random(name.hashCode());
    }

    static TableBuilder of(String name, int rows, int classes) {
        return new TableBuilder(name, rows, classes);
    }

    /** The cell of a row. */
    private interface Cell {
        String of(int row);
    }

    private TableBuilder column(String prefix, Cell cell) {
        String[] cells = new String[rows];
        for (int i = 0; i < rows; i++) {
            cells[i] = cell.of(i);
        }
        names.add(prefix + names.size());
        columns.add(cells);
        return this;
    }

    private double[] centres() {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            order.add(random.nextInt(c + 1), c);
        }
        return order.stream()
                .mapToDouble(place -> APART * (place - 0.5 * (classes - 1)))
                .toArray();
    }

    TableBuilder numbers(int count) {
        return numbers(count, 1, 0);
    }

    /** Numbers of a size, from an offset on. */
    TableBuilder numbers(int count, double size, double offset) {
        for (int k = 0; k < count; k++) {
            double[] centres = centres();
            column("f", i -> Double.toString(offset + size * (centres[i % classes] + random.nextGaussian())));
        }
        return this;
    }

    /** Whole numbers, such as times in seconds or milliseconds: each class has its own stretch. */
    TableBuilder whole(int count, double size, double offset) {
        for (int k = 0; k < count; k++) {
            double[] centres = centres();
            column("n", i -> Long.toString(Math.round(offset + size * (centres[i % classes] + random.nextGaussian()))));
        }
        return this;
    }

    /** Positive numbers with a long tail and two decimals. */
    TableBuilder money(int count) {
        for (int k = 0; k < count; k++) {
            double[] centres = centres();
            column(
                    "m",
                    i -> Double.toString(Math.round(
                                    100 * Math.exp(4 + 0.4 * (centres[i % classes] + random.nextGaussian())))
                            / 100.0));
        }
        return this;
    }

    /** Booleans, which half of the classes have as true; a share of them is wrong. */
    TableBuilder booleans(int count, double wrong) {
        for (int k = 0; k < count; k++) {
            double[] centres = centres();
            column("b", i -> centres[i % classes] > 0 == random.nextDouble() >= wrong ? "True" : "False");
        }
        return this;
    }

    /** Texts; each class has its own, but for a share of wrong ones. */
    TableBuilder categories(int count, int different, double wrong) {
        for (int k = 0; k < count; k++) {
            int shift = random.nextInt(different);
            column(
                    "c",
                    i -> "k"
                            + (random.nextDouble() < wrong
                                    ? random.nextInt(different)
                                    : (i % classes + shift) % different));
        }
        return this;
    }

    /** Poisson counts with means from 0.1 to 20. */
    TableBuilder counts(int count) {
        for (int k = 0; k < count; k++) {
            double[] centres = centres();
            column("n", i -> {
                double left = Math.exp(-Math.min(20, 0.1 + Math.exp(0.5 * centres[i % classes])));
                int n = 0;
                for (double p = random.nextDouble(); p > left; p *= random.nextDouble()) {
                    n++;
                }
                return Integer.toString(n);
            });
        }
        return this;
    }

    /** A season of {@code rows} days: the day, and two numbers that follow it. */
    TableBuilder days() {
        return column("day", i -> FIRST_DAY.plusDays(i).toString())
                .column("s", i -> Double.toString(Math.sin(2 * Math.PI * i / rows)))
                .column("s", i -> Double.toString(Math.cos(2 * Math.PI * i / rows)));
    }

    /** Times of day in a week that belongs to the class. */
    TableBuilder times() {
        LocalDateTime begin = FIRST_DAY.atStartOfDay();
        return column(
                "time",
                i -> begin.plusDays(30L * (i % classes))
                        .plusMinutes(random.nextInt(7 * 24 * 60))
                        .toString());
    }

    /** Numbers without any structure. */
    TableBuilder noise(int count) {
        for (int k = 0; k < count; k++) {
            column("x", i -> Double.toString(random.nextGaussian()));
        }
        return this;
    }

    /** Points on a sheet that is rolled up in three dimensions. */
    TableBuilder roll() {
        double[] turn = random.doubles(rows, 4, 14).toArray();
        return column("x", i -> Double.toString(turn[i] * Math.cos(turn[i])))
                .column("y", i -> Double.toString(20 * random.nextDouble()))
                .column("z", i -> Double.toString(turn[i] * Math.sin(turn[i])));
    }

    /** The same number in all rows. */
    TableBuilder constants(int count) {
        for (int k = 0; k < count; k++) {
            int value = k;
            column("k", i -> Integer.toString(value));
        }
        return this;
    }

    /** A text that is different in every row. */
    TableBuilder ids() {
        return column("id", i -> "row-" + Integer.toHexString(i * 7919 + 1));
    }

    /** Replaces a share of the values of all columns so far by a text. */
    TableBuilder replaced(double share, String text) {
        for (String[] cells : columns) {
            for (int i = 0; i < rows; i++) {
                cells[i] = random.nextDouble() < share ? text : cells[i];
            }
        }
        return this;
    }

    /** Makes one value of the first column wild. */
    TableBuilder wild(String value) {
        columns.get(0)[rows / 2] = value;
        return this;
    }

    /** Makes rows equal: only so many are different. */
    TableBuilder repeated(int different) {
        for (String[] cells : columns) {
            for (int i = different; i < rows; i++) {
                cells[i] = cells[i % different];
            }
        }
        return this;
    }

    /** Adds the class of each row as the label. */
    TableBuilder labelled() {
        label = "label";
        columns.add(new String[rows]);
        for (int i = 0; i < rows; i++) {
            columns.get(columns.size() - 1)[i] = "c" + i % classes;
        }
        names.add("label");
        return this;
    }

    /** Adds the classes as the label; the values of a row tell its class. */
    TableBuilder clean() {
        clean = true;
        return labelled();
    }

    /** Adds a label that is a number: the sum of the first two columns. */
    TableBuilder target() {
        label = "target";
        String[] first = columns.get(0);
        String[] second = columns.get(1);
        column("", i -> Double.toString(Double.parseDouble(first[i]) + Double.parseDouble(second[i])));
        names.set(names.size() - 1, "target");
        return this;
    }

    ZooTable build() {
        List<String> lines = new ArrayList<>(List.of(String.join(",", names)));
        for (int i = 0; i < rows; i++) {
            int row = i;
            lines.add(String.join(",", columns.stream().map(cells -> cells[row]).toList()));
        }
        return new ZooTable(name, lines, label, clean);
    }
}

package org.gne;

import java.util.List;
import java.util.Random;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.CounterRandom;

/** Small data sets of known structure, the same each time. */
public final class Clusters {

    private Clusters() {}

    /** Three Gaussian clusters, every third row of each: {@code [rows][width]}, some -6 to 6. */
    public static float[][] rows(int rows, int width) {
        Random random = new Random(42);
        float[][] centres = new float[3][width];
        for (float[] centre : centres) {
            for (int j = 0; j < width; j++) {
                centre[j] = 2 * (float) random.nextGaussian();
            }
        }
        float[][] values = new float[rows][width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                values[i][j] = centres[i % 3][j] + 0.3f * (float) random.nextGaussian();
            }
        }
        return values;
    }

    public static Samples samples(int rows, int width) {
        return Samples.of(rows(rows, width));
    }

    /** The same between 0 and 1. */
    public static Samples unit(int rows, int width) {
        float[][] values = rows(rows, width);
        for (float[] row : values) {
            for (int j = 0; j < width; j++) {
                row[j] = Math.max(0, Math.min(1, 0.5f + row[j] / 12));
            }
        }
        return Samples.of(values);
    }

    /** The same as grey pictures of bytes. */
    public static Samples pictures(int rows, int height, int columns) {
        int width = height * columns;
        float[][] values = rows(rows, width);
        byte[] bytes = new byte[rows * width];
        for (int i = 0; i < bytes.length; i++) {
            float value = 127 + values[i / width][i % width] * 20;
            bytes[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
        return Samples.ofBytes(bytes, new Schema.Picture(height, columns, 1));
    }

    /**
     * A table of every kind of column, its rows of three classes in turn: numbers and counts near their class's, booleans and
     * categories its own in nine rows of ten.
     *
     * @param gaps the share of the cells that are missing
     */
    public static Samples table(int rows, double gaps) {
        Schema.Columns schema = new Schema.Columns(List.of(
                Column.number("height"),
                Column.bool("wild"),
                Column.bool("old"),
                Column.category("colour", List.of("red", "green", "blue")),
                Column.number("weight"),
                new Column("seeds", Column.Kind.COUNT, List.of()),
                new Column("leaves", Column.Kind.COUNT, List.of()),
                Column.category("place", List.of("wood", "meadow", "shore", "rock", "town")),
                Column.bool("sweet")));
        CounterRandom random = CounterRandom.of(42, "table");
        int width = schema.columns().size();
        float[] cells = new float[rows * width];
        for (int i = 0; i < rows; i++) {
            int own = i % 3;
            for (int j = 0; j < width; j++) {
                long counter = (long) i * width + j;
                // The class of a cell, mostly the row's.
                int cell = random.uniform(counter) < 0.1 ? (int) (3 * random.uniform(-1 - counter)) : own;
                float noise = random.at(1).gaussian(counter);
                cells[i * width + j] = switch (j) {
                    case 0, 4 -> 100 * own * (j + 1) + 10 * noise;
                    case 5, 6 -> Math.max(0, Math.round(5 + 10 * own + 2 * noise));
                    case 3 -> cell;
                    case 7 -> 2 * cell;
                    default -> cell == j % 3 ? 1 : 0;
                };
                if (random.at(2).uniform(counter) < gaps) {
                    cells[i * width + j] = Float.NaN;
                }
            }
        }
        return Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(width)), schema);
    }
}

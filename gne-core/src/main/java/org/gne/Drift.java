package org.gne;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.place.Placed;

/**
 * What adding rows has changed on a map ({@link Growth#drift}).
 *
 * @param oldRows the number of old rows, which come first
 * @param moved {@code [rows]}: the distance of each row from where it was on the map before, old rows at their coordinates there, new
 *     rows where they were placed; in standard deviations of that map
 * @param before {@code [rows, dim]}: where that was
 * @param placed the new rows on the map before: which of them it explained
 */
public record Drift(int oldRows, float[] moved, Embedding before, Placed placed) {

    /** The share of unexplained new rows from which on they are of another kind; of training rows it is about 0.5 %. */
    private static final double OTHER_KIND = 0.05;

    static Drift of(Embedding map, Embedding after, Placed placed) {
        int dim = map.dim();
        float[] were = Arrays.copyOf(map.values(), after.values().length);
        float[] placedAt = placed.embedding().values();
        System.arraycopy(placedAt, 0, were, map.values().length, placedAt.length);
        Embedding before = new Embedding(were, dim);
        double deviation = deviation(map);
        float[] moved = new float[after.size()];
        for (int row = 0; row < moved.length; row++) {
            double square = 0;
            for (int axis = 0; axis < dim; axis++) {
                double d = after.get(row, axis) - before.get(row, axis);
                square += d * d;
            }
            moved[row] = (float) (Math.sqrt(square) / deviation);
        }
        return new Drift(map.size(), moved, before, placed);
    }

    /** The standard deviation of the coordinates, over all axes; 1 if all are equal. */
    private static double deviation(Embedding map) {
        int dim = map.dim();
        double square = 0;
        for (int axis = 0; axis < dim; axis++) {
            double mean = 0;
            for (int row = 0; row < map.size(); row++) {
                mean += map.get(row, axis);
            }
            mean /= map.size();
            for (int row = 0; row < map.size(); row++) {
                double d = map.get(row, axis) - mean;
                square += d * d;
            }
        }
        return square > 0 ? Math.sqrt(square / map.values().length) : 1;
    }

    /** The number of new rows. */
    public int newRows() {
        return moved.length - oldRows;
    }

    /** The mean distance that old rows moved. */
    public double meanMove() {
        double sum = 0;
        for (int row = 0; row < oldRows; row++) {
            sum += moved[row];
        }
        return sum / oldRows;
    }

    /**
     * A quantile of the distances that old rows moved.
     *
     * @param share 0 to 1; 1 for the largest
     */
    public double move(double share) {
        float[] sorted = Arrays.copyOf(moved, oldRows);
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (oldRows - 1))];
    }

    /** The share of the new rows that the map before did not explain; NaN if it is not known which errors it explains. */
    public double unexplained() {
        return Double.isNaN(placed.explainedError()) ? Double.NaN : (double) placed.unexplained() / newRows();
    }

    /** Whether so many of the new rows are unexplained that they are of another kind than the old ones. */
    public boolean otherKind() {
        return unexplained() > OTHER_KIND;
    }

    /** Whether numbers and rows are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Drift that
                && oldRows == that.oldRows
                && Arrays.equals(moved, that.moved)
                && before.equals(that.before)
                && placed.equals(that.placed);
    }

    @Override
    public int hashCode() {
        return 31 * oldRows + Arrays.hashCode(moved);
    }

    @Override
    public String toString() {
        return "Drift of " + oldRows + " old rows and " + newRows() + " new ones";
    }
}

package org.gne.data;

/** Means of the columns' known values. */
public final class ColumnMeans {

    private ColumnMeans() {}

    /**
     * Means over rows evenly spread over the data.
     *
     * @param used how many rows, at most all
     * @return {@code [width]}; 0 for a column of which these rows know nothing
     */
    public static float[] of(Samples samples, int used) {
        int width = samples.width();
        double[] sum = new double[width];
        int[] known = new int[width];
        float[] row = new float[width];
        for (int i = 0; i < used; i++) {
            samples.read(row(samples, used, i), row, 0);
            for (int j = 0; j < width; j++) {
                if (!Float.isNaN(row[j])) {
                    sum[j] += row[j];
                    known[j]++;
                }
            }
        }
        float[] means = new float[width];
        for (int j = 0; j < width; j++) {
            means[j] = (float) (sum[j] / Math.max(1, known[j]));
        }
        return means;
    }

    /** The i-th of so many rows that are evenly spread. */
    static int row(Samples samples, int used, int i) {
        return (int) ((long) i * samples.size() / used);
    }
}

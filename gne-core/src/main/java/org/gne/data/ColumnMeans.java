package org.gne.data;

/**
 * The means of the known values of each column.
 *
 * @hidden internal
 */
public final class ColumnMeans {

    private ColumnMeans() {}

    /**
     * Computes the means over rows that are evenly spread over the data.
     *
     * @param used the number of rows to use, at most all
     * @return {@code [width]}; 0 for a column without known values in these rows
     */
    public static float[] of(Samples samples, int used) {
        int width = samples.width();
        double[] sum = new double[width];
        int[] known = new int[width];
        float[] row = new float[width];
        for (int i = 0; i < used; i++) {
            samples.read(EvenRows.row(i, used, samples.size()), row, 0);
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
}

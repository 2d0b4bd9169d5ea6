package org.gne.cluster;

import org.gne.data.EvenRows;
import org.gne.data.Samples;

/** What two values of a row say in common, over at most {@value #MOST_ROWS} rows, evenly spread, in which both are known. */
final class CommonMeaning {

    private static final int MOST_ROWS = 10_000;

    private static final double TOGETHER = 0.9;

    private static final double NEARLY_ALL = 0.98;

    /** Of wide tables, fewer rows are used, so that they have about this number of values. */
    private static final int MOST_VALUES = 1 << 22;

    private final int width;

    private final float[] rows;

    private CommonMeaning(int width, float[] rows) {
        this.width = width;
        this.rows = rows;
    }

    static CommonMeaning of(Samples table) {
        int width = table.width();
        int most = Math.max(100, Math.min(MOST_ROWS, MOST_VALUES / width));
        int count = Math.min(most, table.size());
        float[] rows = new float[Math.multiplyExact(count, width)];
        for (int i = 0; i < count; i++) {
            table.read(EvenRows.row(i, count, table.size()), rows, i * width);
        }
        return new CommonMeaning(width, rows);
    }

    /** Whether two values are the same but for a factor, roughly: a length and a weight. */
    boolean together(int first, int second) {
        return Math.abs(correlation(first, second)) >= TOGETHER;
    }

    /**
     * Whether nearly all rows that have one value have another one too; both are 0 or 1.
     *
     * @param wanted what the value is that follows
     * @param given what the other value is
     */
    boolean follows(int value, boolean wanted, int other, boolean given) {
        int rowsGiven = 0;
        int rowsBoth = 0;
        for (int row = 0; row < rows.length; row += width) {
            float has = rows[row + value];
            float condition = rows[row + other];
            if (!Float.isNaN(has) && condition == (given ? 1 : 0)) {
                rowsGiven++;
                rowsBoth += has == (wanted ? 1 : 0) ? 1 : 0;
            }
        }
        return rowsBoth >= NEARLY_ALL * rowsGiven;
    }

    /** Pearson's correlation; 0 if one value does not vary. */
    private double correlation(int first, int second) {
        double count = 0;
        double sumFirst = 0;
        double sumSecond = 0;
        double squaresFirst = 0;
        double squaresSecond = 0;
        double products = 0;
        for (int row = 0; row < rows.length; row += width) {
            double a = rows[row + first];
            double b = rows[row + second];
            if (!Double.isNaN(a + b)) {
                count++;
                sumFirst += a;
                sumSecond += b;
                squaresFirst += a * a;
                squaresSecond += b * b;
                products += a * b;
            }
        }
        double varianceFirst = squaresFirst - sumFirst * sumFirst / count;
        double varianceSecond = squaresSecond - sumSecond * sumSecond / count;
        double correlation = (products - sumFirst * sumSecond / count) / Math.sqrt(varianceFirst * varianceSecond);
        return Double.isFinite(correlation) ? Math.max(-1, Math.min(1, correlation)) : 0;
    }
}

package org.gne.train;

/** The median of a few numbers by selection (Hoare's algorithm 65): they need not be put in order for it. */
final class Median {

    private Median() {}

    /**
     * The middle one, or the mean of the middle two.
     *
     * @param values at least one, finite; left in another order
     */
    static float of(float[] values) {
        int k = values.length;
        int middle = k / 2;
        select(values, middle);
        if (k % 2 == 1) {
            return values[middle];
        }
        float below = values[0];
        for (int i = 1; i < middle; i++) {
            below = Math.max(below, values[i]);
        }
        return (below + values[middle]) / 2;
    }

    /** Brings the value of a rank, from 0, to its place: none before it is greater, none after it less. */
    private static void select(float[] values, int rank) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            float pivot = values[rank];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (pivot < values[j]) {
                    j--;
                }
                if (i <= j) {
                    float value = values[i];
                    values[i++] = values[j];
                    values[j--] = value;
                }
            }
            if (j < rank) {
                low = i;
            }
            if (rank < i) {
                high = j;
            }
        }
    }
}

package org.gne.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * Reads all rows once, block after block. While one block is processed in strips of columns, each strip by one thread,
 * the next block is read. The values of a column are processed in the order of the rows, so that the result does not
 * depend on the threads.
 */
final class SurveyPass {

    /** The approximate number of values of a block. */
    private static final int BLOCK = 1 << 17;

    /** The largest number of columns of a strip, so that its statistics stay in the first-level cache. */
    private static final int WIDEST = 512;

    private static final int NARROWEST = 64;

    private final Samples samples;
    private final int size;
    private final int width;
    private final Parallel parallel;
    private final @Nullable RowsSha256 digest;
    private final FewValues few;
    private final RowSample sample;
    private final Strip[] strips;
    private final float[] first;
    /** Whether each row of the block has missing values. */
    private final boolean[] gaps;

    private long withGaps;
    private long likeFirst;

    /**
     * @param digest receives all values, or null
     * @param parts the number of surveys that will be merged; together they keep a sample of the same size as one
     *     survey
     */
    SurveyPass(Samples samples, @Nullable RowsSha256 digest, int parts, Parallel parallel) {
        this.samples = samples;
        this.digest = digest;
        this.parallel = parallel;
        size = samples.size();
        width = samples.width();
        few = new FewValues(width);
        sample = new RowSample(size, width, parts);
        int fair = (width + parallel.threads() - 1) / parallel.threads();
        int columns = Math.max(NARROWEST, Math.min(WIDEST, fair));
        strips = IntStream.range(0, (width + columns - 1) / columns)
                .mapToObj(i -> new Strip(i * columns, Math.min(width, (i + 1) * columns)))
                .toArray(Strip[]::new);
        first = new float[width];
        gaps = new boolean[Math.max(1, Math.min(size, BLOCK / width))];
    }

    Survey run() {
        int most = gaps.length;
        float[] block = new float[Math.multiplyExact(most, width)];
        float[] next = new float[size > most ? block.length : 0];
        read(0, Math.min(most, size), block, 0);
        for (int from = 0; from < size; from += most) {
            look(block, from, Math.min(most, size - from), next);
            float[] done = block;
            block = next;
            next = done;
        }
        Survey.@Nullable Cell missing = null;
        Survey.@Nullable Cell infinite = null;
        for (Strip strip : strips) {
            missing = Survey.Cell.first(missing, strip.missing);
            infinite = Survey.Cell.first(infinite, strip.infinite);
        }
        RowCounts rows = new RowCounts(size, first, likeFirst, withGaps, missing, infinite);
        ColumnStatistics columns = ColumnStatistics.beside(
                Arrays.stream(strips).map(strip -> strip.statistics).toList());
        return new Survey(rows, columns, few, sample, "");
    }

    /** Processes {@code n} rows from {@code from} on, and reads the next rows. */
    private void look(float[] block, int from, int n, float[] next) {
        int ahead = Math.min(gaps.length, size - from - n);
        int slice = Math.max(1, (ahead + parallel.threads() - 1) / parallel.threads());
        int slices = (ahead + slice - 1) / slice;
        parallel.run(1 + strips.length + slices, (task, worker) -> {
            if (task == 0) {
                wholeRows(block, from, n);
            } else if (task <= strips.length) {
                strips[task - 1].look(block, from, n);
            } else {
                int at = (task - 1 - strips.length) * slice;
                read(from + n + at, Math.min(slice, ahead - at), next, at);
            }
        });
        for (int i = 0; i < n; i++) {
            withGaps += gaps[i] ? 1 : 0;
        }
        Arrays.fill(gaps, false);
    }

    private void read(int from, int n, float[] out, int at) {
        for (int i = 0; i < n; i++) {
            samples.read(from + i, out, (at + i) * width);
        }
    }

    private void wholeRows(float[] block, int from, int n) {
        if (digest != null) {
            digest.add(block, n * width);
        }
        sample.add(block, from, n);
        if (from == 0) {
            System.arraycopy(block, 0, first, 0, width);
        }
        for (int i = 0; i < n; i++) {
            likeFirst += Arrays.equals(block, i * width, (i + 1) * width, first, 0, width) ? 1 : 0;
        }
    }

    /** A range of columns. */
    private final class Strip {
        private final int from;
        private final BlockRange range;
        private final ColumnStatistics statistics;
        /** The columns that had few different values so far. */
        private int[] ofFew;

        private Survey.@Nullable Cell missing;
        private Survey.@Nullable Cell infinite;

        Strip(int from, int to) {
            this.from = from;
            range = new BlockRange(to - from);
            statistics = new ColumnStatistics(to - from);
            ofFew = IntStream.range(from, to).toArray();
        }

        void look(float[] block, int firstRow, int n) {
            range.set(block, n, width, from);
            statistics.add(block, n, width, from, range);
            if (!range.finite()) {
                findGaps(block, firstRow, n);
            }
            int left = 0;
            for (int column : ofFew) {
                boolean constant = range.constant(column - from);
                if (constant ? few.add(column, range.low(column - from)) : few.add(block, n, column)) {
                    ofFew[left++] = column;
                }
            }
            ofFew = left == ofFew.length ? ofFew : Arrays.copyOf(ofFew, left);
        }

        private void findGaps(float[] block, int firstRow, int n) {
            for (int i = 0; i < n; i++) {
                for (int j = from; j < from + statistics.width(); j++) {
                    float value = block[i * width + j];
                    if (Float.isNaN(value)) {
                        gaps[i] = true;
                        missing = missing == null ? new Survey.Cell(firstRow + i, j, value) : missing;
                    } else if (Float.isInfinite(value)) {
                        infinite = infinite == null ? new Survey.Cell(firstRow + i, j, value) : infinite;
                    }
                }
            }
        }
    }
}

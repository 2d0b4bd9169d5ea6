package org.gne.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;
import org.gne.nn.Workspace;

/**
 * The columns of counts, such as genes, by which classes differ from the rest: how much higher the counts of a class are, as
 * measured and as the decoder generates them (denoised), and in how many of its rows there are any.
 *
 * <p>Counts of a row are divided by its total and multiplied by {@value #TOTAL}, as in Seurat and scanpy. The fold change of
 * a class is {@code log2((mean in the class + 1) / (mean in the other rows + 1))} of these values.
 *
 * @param classes the names of the classes
 * @param measured {@code [classes][columns]}: fold changes of the rows
 * @param decoded {@code [classes][columns]}: fold changes of what the decoder generates at the coordinates of the rows
 * @param detected {@code [classes][columns]}: the share of the rows of the class with a count above 0
 * @param detectedElsewhere {@code [classes][columns]}: the same of the other rows; rows without a class are among them
 */
public record Markers(
        List<String> classes,
        double[][] measured,
        double[][] decoded,
        double[][] detected,
        double[][] detectedElsewhere) {

    /** The total to which the counts of a row are scaled. */
    public static final double TOTAL = 10_000;

    /** The number of parts of the rows, each with its own sums. */
    private static final int PARTS = 8;

    /**
     * Compares the classes.
     *
     * @param counts rows of counts; a missing value (NaN) counts as 0
     * @param embedding the coordinates of the rows
     * @param decoder generates rows of counts
     * @param labels one per row
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static Markers of(Samples counts, Embedding embedding, Decoder decoder, Labels labels, Parallel parallel) {
        if (counts.size() != embedding.size() || counts.size() != labels.size()) {
            throw new IllegalArgumentException(embedding.size() + " places and " + labels.size() + " labels for "
                    + counts.size() + " rows, expected as many");
        }
        Sums[] parts = new Sums[PARTS];
        parallel.run(PARTS, (part, worker) -> {
            Sums sums = new Sums(labels.names().size() + 1, counts.width());
            int from = (int) ((long) counts.size() * part / PARTS);
            int to = (int) ((long) counts.size() * (part + 1) / PARTS);
            sums.add(counts, embedding, decoder, labels.classes(), from, to);
            parts[part] = sums;
        });
        for (int part = 1; part < PARTS; part++) {
            parts[0].add(parts[part]);
        }
        return parts[0].markers(labels.names());
    }

    /**
     * The columns of a class with the highest decoded fold change, highest first.
     *
     * @param most the largest number of columns
     */
    public int[] leading(int ofClass, int most) {
        return IntStream.range(0, decoded[ofClass].length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer column) -> -decoded[ofClass][column]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Sums over rows, those without a class in the last line. */
    private static final class Sums {
        private final double[] rows;
        private final double[][] measured;
        private final double[][] decoded;
        private final double[][] detected;

        Sums(int classes, int width) {
            rows = new double[classes];
            measured = new double[classes][width];
            decoded = new double[classes][width];
            detected = new double[classes][width];
        }

        void add(Samples counts, Embedding embedding, Decoder decoder, int[] classes, int from, int to) {
            Decoder.Pass pass = decoder.pass();
            int width = counts.width();
            int dim = embedding.dim();
            float[] row = new float[width];
            for (int begin = from; begin < to; begin += Workspace.TILE) {
                int n = Math.min(Workspace.TILE, to - begin);
                System.arraycopy(embedding.values(), begin * dim, pass.input(), 0, n * dim);
                pass.run(n);
                for (int i = 0; i < n; i++) {
                    counts.read(begin + i, row, 0);
                    int of = classes[begin + i] < 0 ? rows.length - 1 : classes[begin + i];
                    rows[of]++;
                    addScaled(row, 0, measured[of]);
                    addScaled(pass.output(), i * width, decoded[of]);
                    for (int j = 0; j < width; j++) {
                        detected[of][j] += row[j] > 0 ? 1 : 0;
                    }
                }
            }
        }

        private static void addScaled(float[] row, int from, double[] sums) {
            double total = 0;
            for (int j = 0; j < sums.length; j++) {
                total += Float.isNaN(row[from + j]) ? 0 : row[from + j];
            }
            double factor = total > 0 ? TOTAL / total : 0;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += Float.isNaN(row[from + j]) ? 0 : factor * row[from + j];
            }
        }

        void add(Sums other) {
            for (int of = 0; of < rows.length; of++) {
                rows[of] += other.rows[of];
                for (int j = 0; j < measured[of].length; j++) {
                    measured[of][j] += other.measured[of][j];
                    decoded[of][j] += other.decoded[of][j];
                    detected[of][j] += other.detected[of][j];
                }
            }
        }

        Markers markers(List<String> names) {
            int classes = names.size();
            int width = measured[0].length;
            double[][][] found = new double[4][classes][width];
            double all = Arrays.stream(rows).sum();
            for (int j = 0; j < width; j++) {
                double[] sums = {sum(measured, j), sum(decoded, j), sum(detected, j)};
                for (int of = 0; of < classes; of++) {
                    double here = Math.max(1, rows[of]);
                    double elsewhere = Math.max(1, all - rows[of]);
                    found[0][of][j] = fold(measured[of][j] / here, (sums[0] - measured[of][j]) / elsewhere);
                    found[1][of][j] = fold(decoded[of][j] / here, (sums[1] - decoded[of][j]) / elsewhere);
                    found[2][of][j] = detected[of][j] / here;
                    found[3][of][j] = (sums[2] - detected[of][j]) / elsewhere;
                }
            }
            return new Markers(names, found[0], found[1], found[2], found[3]);
        }

        private static double sum(double[][] sums, int column) {
            double sum = 0;
            for (double[] each : sums) {
                sum += each[column];
            }
            return sum;
        }

        private static double fold(double here, double elsewhere) {
            return StrictMath.log((here + 1) / (elsewhere + 1)) / StrictMath.log(2);
        }
    }
}

package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VariableColumnsTest {

    private static final int ROWS = 2000;
    private static final int WIDTH = 60;

    /** Counts of Poisson distributions; every tenth column is four times as high in a tenth of the rows. */
    private static float[] counts() {
        Random random = new Random(5);
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < ROWS; i++) {
            double depth = 0.5 + random.nextDouble();
            for (int j = 0; j < WIDTH; j++) {
                double mean = depth * (1.5 + 0.05 * j) * (j % 10 == 0 && i % 10 == 0 ? 4 : 1);
                double product = random.nextDouble();
                double limit = Math.exp(-mean);
                for (; product > limit; product *= random.nextDouble()) {
                    values[i * WIDTH + j]++;
                }
            }
        }
        return values;
    }

    private static SparseSamples sparse(float[] values) throws IOException {
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    row.add(j, values[i * WIDTH + j]);
                }
                store.add(row);
            }
            return store.finish(Schema.Columns.numbered(WIDTH));
        }
    }

    @Test
    void columnsThatVaryMoreThanChanceAreChosen() throws IOException {
        SparseSamples chosen = VariableColumns.choose(sparse(counts()), 6);
        for (int j = 0; j < 6; j++) {
            assertThat(((Schema.Columns) chosen.schema()).columns().get(j).name())
                    .isEqualTo("" + 10 * j);
        }
        assertThat(VariableColumns.choose(chosen, 6)).isSameAs(chosen);
    }

    /** The formula of the paper, over all values. */
    @Test
    void theVariationIsTheMeanSquareOfThePearsonResiduals() throws IOException {
        float[] values = counts();
        double[] found = VariableColumns.variation(sparse(values));
        double all = 0;
        double[] rows = new double[ROWS];
        double[] columns = new double[WIDTH];
        for (int i = 0; i < values.length; i++) {
            rows[i / WIDTH] += values[i];
            columns[i % WIDTH] += values[i];
            all += values[i];
        }
        for (int j = 0; j < WIDTH; j++) {
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                double mean = rows[i] * columns[j] / all;
                double residual = (values[i * WIDTH + j] - mean) / Math.sqrt(mean + mean * mean / 100);
                sum += Math.min(ROWS, residual * residual);
            }
            assertThat(found[j]).isCloseTo(sum / ROWS, within(1e-4));
            assertThat(found[j]).isBetween(j % 10 == 0 ? 1.4 : 0.8, j % 10 == 0 ? 30 : 1.3);
        }
    }
}

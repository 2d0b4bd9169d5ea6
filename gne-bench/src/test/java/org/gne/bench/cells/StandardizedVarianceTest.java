package org.gne.bench.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseSamples;
import org.gne.data.SparseStore;
import org.gne.data.StorageOptions;
import org.junit.jupiter.api.Test;

class StandardizedVarianceTest {

    private static final int ROWS = 1000;

    private static final int WIDTH = 200;

    /** Counts of Poisson distributions; every twentieth gene is five times as high in a tenth of the cells, the first is 0. */
    private static SparseSamples counts() throws IOException {
        Random random = new Random(3);
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            for (int i = 0; i < ROWS; i++) {
                for (int j = 1; j < WIDTH; j++) {
                    double mean = 0.3 * Math.exp(3.0 * j / WIDTH) * (j % 20 == 10 && i % 10 == 0 ? 5 : 1);
                    int count = 0;
                    for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
                        count++;
                    }
                    if (count > 0) {
                        row.add(j, count);
                    }
                }
                store.add(row);
            }
            return store.finish(new Schema.Columns(IntStream.range(0, WIDTH)
                    .mapToObj(j -> Column.count("g" + j))
                    .toList()));
        }
    }

    @Test
    void genesThatVaryByChanceOnlyHaveAVarianceOfAboutOne() throws IOException {
        double[] variance = StandardizedVariance.of(counts());
        assertThat(variance[0]).isZero();
        for (int j = 1; j < WIDTH; j++) {
            if (j % 20 == 10) {
                assertThat(variance[j]).as("gene " + j).isGreaterThan(1.2);
            } else {
                // Genes that vary more pull the curve up near them.
                assertThat(variance[j]).as("gene " + j).isBetween(0.5, 1.2);
            }
        }
    }
}

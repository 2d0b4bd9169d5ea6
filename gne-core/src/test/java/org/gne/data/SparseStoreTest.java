package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseStoreTest {

    private static final int ROWS = 70_000;
    private static final int WIDTH = 70_000;

    @TempDir
    Path directory;

    /** Counts of one byte, of two bytes, and fractions; on the heap and in a file. */
    @ParameterizedTest
    @ValueSource(floats = {1, 300, 0.5f})
    void rowsAreThoseThatWereAdded(float unit) throws IOException {
        for (long heap : new long[] {Long.MAX_VALUE, 1 << 20}) {
            SparseSamples samples;
            try (SparseStore store = new SparseStore(new StorageOptions(heap, directory))) {
                SparseRow row = new SparseRow();
                Random random = new Random(1);
                for (int i = 0; i < ROWS; i++) {
                    for (int k = random.nextInt(20); k > 0; k--) {
                        row.add(random.nextInt(WIDTH), unit * random.nextInt(3));
                    }
                    store.add(row);
                    assertThat(row.size()).isZero();
                }
                assertThat(store.counts()).isEqualTo(unit >= 1);
                samples = store.finish(Schema.Columns.numbered(WIDTH));
            }
            assertThat(samples.size()).isEqualTo(ROWS);
            Random random = new Random(1);
            float[] found = new float[WIDTH];
            int[] columns = new int[20];
            float[] values = new float[20];
            for (int i = 0; i < ROWS; i++) {
                boolean whole = i % 5000 == 0;
                float[] expected = new float[whole ? WIDTH : 0];
                double total = 0;
                for (int k = random.nextInt(20); k > 0; k--) {
                    int column = random.nextInt(WIDTH);
                    float value = unit * random.nextInt(3);
                    total += value;
                    if (whole) {
                        expected[column] += value;
                    }
                }
                int n = samples.entries(i, columns, values);
                boolean ascending = n == samples.entries(i);
                for (int k = 0; k < n; k++) {
                    total -= values[k];
                    ascending &= values[k] != 0 && (k == 0 || columns[k] > columns[k - 1]);
                }
                if (total != 0 || !ascending || whole) {
                    assertThat(total).isZero();
                    assertThat(ascending).isTrue();
                    samples.read(i, found, 0);
                    assertThat(found).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void columnsAreCounted() throws IOException {
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            row.add(2, 5);
            row.add(1, Float.NaN);
            store.add(row);
            store.add(row);
            assertThat(store.counts()).isFalse();
            SparseSamples samples = store.finish(Schema.Columns.numbered(2), 1);
            float[] found = new float[2];
            samples.read(0, found, 0);
            assertThat(found).containsExactly(Float.NaN, 5);
            samples.read(1, found, 0);
            assertThat(found).containsExactly(0, 0);
        }
    }

    @Test
    void aColumnOutsideOfTheSchemaIsRefused() throws IOException {
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            row.add(3, 1);
            store.add(row);
            assertThatThrownBy(() -> store.finish(Schema.Columns.numbered(3)))
                    .hasMessage("columns 3 to 3, expected 0 to 2");
        }
    }

    @Test
    void someRowsAndColumnsAreStillSparse() throws IOException {
        float[] values = {0, 2, 3, 0, 4, 0, 0, 0, 5, 6, 0, 7};
        Schema schema = Schema.Columns.numbered(4);
        Samples dense = Samples.ofFloats(values, schema);
        SparseSamples sparse = of(dense);
        int[][] choices = {{1, 2}, {3, 0}, {2, -1, 0}, {0, 1, 2, 3}};
        for (int[] columns : choices) {
            Schema some = Schema.Columns.numbered(columns.length);
            SparseSamples chosen = sparse.columns(columns, some).rows(2, i -> 2 - i);
            Samples expected = dense.columns(columns, some).rows(2, i -> 2 - i);
            for (int i = 0; i < 2; i++) {
                float[] a = new float[columns.length];
                float[] b = new float[columns.length];
                expected.read(i, a, 0);
                chosen.read(i, b, 0);
                assertThat(b).containsExactly(a);
                int[] at = new int[4];
                float[] found = new float[4];
                int n = chosen.entries(i, at, found);
                float[] c = new float[columns.length];
                for (int k = 0; k < n; k++) {
                    c[at[k]] = found[k];
                }
                assertThat(c).containsExactly(a);
            }
        }
        assertThatThrownBy(() -> sparse.columns(new int[] {1, 1}, Schema.Columns.numbered(2)))
                .hasMessageContaining("column 1 of rows of 4 values");
    }

    /** The survey and the components of sparse rows are those of the same rows with their zeros. */
    @Test
    void sparseRowsAreSurveyedAsDenseRows() throws IOException {
        float[] values = new float[300 * 40];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? random.nextInt(9) : 0;
        }
        Samples dense = Samples.ofFloats(values, Schema.Columns.numbered(40));
        Survey a = Survey.of(dense);
        Survey b = Survey.of(of(dense));
        for (int j = 0; j < 40; j++) {
            assertThat(b.mean(j)).isEqualTo(a.mean(j));
            assertThat(b.squares(j)).isEqualTo(a.squares(j));
            assertThat(b.sorted(j)).isEqualTo(a.sorted(j));
        }
    }

    private static SparseSamples of(Samples dense) throws IOException {
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            float[] values = new float[dense.width()];
            for (int i = 0; i < dense.size(); i++) {
                dense.read(i, values, 0);
                for (int j = 0; j < values.length; j++) {
                    row.add(j, values[j]);
                }
                store.add(row);
            }
            return store.finish(dense.schema());
        }
    }
}

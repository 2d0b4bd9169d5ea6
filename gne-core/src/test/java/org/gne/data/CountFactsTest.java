package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CountFactsTest {

    private static final int WIDTH = 22;

    private static Schema.Columns genes(String third) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < WIDTH; j++) {
            columns.add(Column.count(j == 2 ? third : "gene" + j));
        }
        return new Schema.Columns(columns);
    }

    /** A usual row, one of mitochondrial counts only, one without counts, one with a missing count. */
    private static float[] values() {
        float[] values = new float[4 * WIDTH];
        values[0] = 5;
        values[1] = 2;
        values[2] = 3;
        values[WIDTH + 2] = 4;
        values[3 * WIDTH] = Float.NaN;
        values[3 * WIDTH + 7] = 6;
        return values;
    }

    private static double[] numbers(List<RowFact> facts, String name) {
        return Objects.requireNonNull(CountFacts.find(facts, name)).values();
    }

    @Test
    void totalsDetectedGenesAndMitochondrialShares() throws IOException {
        Samples dense = Samples.ofFloats(values(), genes("MT-CO1"));
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            for (int i = 0; i < values().length; i++) {
                row.add(i % WIDTH, values()[i]);
                if (i % WIDTH == WIDTH - 1) {
                    store.add(row);
                }
            }
            for (Samples counts : List.of(dense, store.finish(genes("mm10___mt-Co1")))) {
                List<RowFact> facts = CountFacts.of(counts);
                assertThat(numbers(facts, CountFacts.TOTAL)).containsExactly(10, 4, 0, 6);
                assertThat(numbers(facts, CountFacts.DETECTED)).containsExactly(3, 1, 0, 1);
                assertThat(numbers(facts, CountFacts.MITOCHONDRIAL)).containsExactly(0.3f, 1, Double.NaN, 0);
                assertThat(CountFacts.empty(facts)).isEqualTo(1);
                assertThat(CountFacts.line(facts))
                        .isEqualTo(
                                "counts: 5 in the median row, in 1 columns, 30.0 % of them mitochondrial; 1 row has no"
                                        + " counts at all");
            }
        }
    }

    @Test
    void genesWithoutMitochondrialOnesHaveNoShare() {
        List<RowFact> facts = CountFacts.of(Samples.ofFloats(values(), genes("MTOR")));
        assertThat(facts.stream().map(RowFact::name)).containsExactly(CountFacts.TOTAL, CountFacts.DETECTED);
    }

    @Test
    void otherRowsHaveNoFacts() {
        assertThat(CountFacts.of(Samples.ofFloats(new float[WIDTH], Schema.Columns.numbered(WIDTH))))
                .isEmpty();
        assertThat(CountFacts.line(List.of())).isNull();
    }

    @Test
    void rowsThatAreAddedKeepTheirFacts() {
        Dataset first = Dataset.of(Samples.ofFloats(values(), genes("MT-CO1")));
        first = first.withFacts(CountFacts.of(first.samples()));
        Dataset second = Dataset.of(Samples.ofFloats(values(), genes("MT-CO1")));
        Dataset known = second.withFacts(List.of(RowFact.of(new Target(CountFacts.TOTAL, new double[] {1, 2, 3, 4}))));
        List<RowFact> both = first.followedBy(known).facts();
        assertThat(numbers(both, CountFacts.TOTAL)).containsExactly(10, 4, 0, 6, 1, 2, 3, 4);
        assertThat(numbers(both, CountFacts.DETECTED)).startsWith(3).endsWith(Double.NaN);
        assertThat(numbers(first.followedBy(known).limit(2).facts(), CountFacts.TOTAL))
                .containsExactly(10, 4);
        assertThat(numbers(second.followedBy(first).facts(), CountFacts.TOTAL))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 10, 4, 0, 6);
    }
}

package org.gne.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.gne.data.Column;
import org.gne.data.CountFacts;
import org.gne.data.Dataset;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.junit.jupiter.api.Test;

class CountOutliersTest {

    private static final int ROWS = 500;

    private final double[] total = new double[ROWS];
    private final double[] detected = new double[ROWS];
    private final double[] share = new double[ROWS];
    private final float[] errors = new float[ROWS];

    CountOutliersTest() {
        Random random = new Random(7);
        for (int i = 0; i < ROWS; i++) {
            total[i] = Math.exp(8 + 0.2 * uniform(random));
            detected[i] = Math.exp(7 + 0.2 * uniform(random));
            share[i] = 0.05 + 0.02 * uniform(random);
            // Errors grow with the total.
            errors[i] = (float) (0.001 * total[i] * Math.exp(0.1 * uniform(random)));
        }
    }

    private static double uniform(Random random) {
        return 2 * random.nextDouble() - 1;
    }

    private List<RowFact> facts() {
        return List.of(
                RowFact.of(new Target(CountFacts.TOTAL, total)),
                RowFact.of(new Target(CountFacts.DETECTED, detected)),
                RowFact.of(new Target(CountFacts.MITOCHONDRIAL, share)));
    }

    private RowLabels outliers() {
        List<RowFact> all = CountOutliers.addedTo(facts(), errors);
        assertThat(all).hasSize(4);
        assertThat(all.get(3).name()).isEqualTo("outlier");
        assertThat(CountOutliers.addedTo(all, errors)).isSameAs(all);
        return all.get(3).values();
    }

    @Test
    void damagedEmptyAndDoubleCellsAreFound() {
        total[0] = 300;
        detected[1] = 100;
        share[2] = 0.4;
        total[3] = 20_000;
        errors[3] = 20;
        errors[4] *= 3;
        share[5] = Double.NaN;
        RowLabels found = outliers();
        List<String> kinds = List.of("few counts", "few detected", "mitochondrial", "many counts", "badly explained");
        for (int i = 0; i < kinds.size(); i++) {
            assertThat(found.text(i)).isEqualTo(kinds.get(i));
        }
        for (int i = kinds.size(); i < ROWS; i++) {
            assertThat(found.text(i)).as("row " + i).isNull();
        }
    }

    @Test
    void withoutErrorsOnlyCountsDecide() {
        errors[4] *= 3;
        RowLabels found = CountOutliers.addedTo(facts(), new float[0]).get(3).values();
        assertThat(found.text(4)).isNull();
    }

    @Test
    void otherFactsAreKeptAsTheyAre() {
        List<RowFact> ages = List.of(RowFact.of(new Target("age", total)));
        assertThat(CountOutliers.addedTo(ages, errors)).isSameAs(ages);
    }

    @Test
    void expressionIsTheLogarithmOfCountsPerTenThousand() {
        Schema schema = new Schema.Columns(List.of(Column.count("CD3D"), Column.count("LYZ")));
        Dataset data = Dataset.of(Samples.ofFloats(new float[] {1, 3, 0, 0, 0, 5}, schema));
        assertThat(Expression.measured(data, 0)).containsExactly(Math.log1p(2500), 0, 0);
        Dataset whole = data.withFacts(List.of(RowFact.of(new Target(CountFacts.TOTAL, new double[] {100, 0, 50}))));
        assertThat(Expression.measured(whole, 1)).containsExactly(Math.log1p(300), 0, Math.log1p(1000));
    }
}

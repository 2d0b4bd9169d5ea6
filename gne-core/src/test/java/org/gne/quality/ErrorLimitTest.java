package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.kernel.CounterRandom;
import org.gne.place.Placed;
import org.junit.jupiter.api.Test;

class ErrorLimitTest {

    private static final int COLUMNS = 8;

    /** Eight numbers that depend on two hidden ones, with noise. */
    private static float[][] rows(int count, long seed) {
        CounterRandom random = CounterRandom.of(seed, "rows");
        float[][] rows = new float[count][COLUMNS];
        for (int i = 0; i < count; i++) {
            long at = 100L * i;
            double u = 3 * random.uniform(at);
            double v = 3 * random.uniform(at + 1);
            for (int j = 0; j < COLUMNS; j++) {
                double wave = StrictMath.sin(u * (1 + j % 3) + j) + StrictMath.cos(v * (1 + j % 2) - j);
                rows[i][j] = (float) (wave + 0.05 * random.gaussian(at + 2 + j));
            }
        }
        return rows;
    }

    /** Rows whose columns come from different rows. */
    private static float[][] mixed(float[][] rows) {
        float[][] mixed = new float[rows.length][COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                mixed[i][j] = rows[(i + 17 * j) % rows.length][j];
            }
        }
        return mixed;
    }

    @Test
    void newRowsOfTheSameKindAreWithinTheLimitAndOthersAreNot() {
        GneModel model = Gne.fit(rows(200, 1), GneOptions.of(Preset.FAST));
        float[][] others = rows(200, 2);
        Placed same = model.place(others);
        Placed different = model.place(mixed(others));
        assertThat(same.unexplained()).isLessThan(20);
        assertThat(different.unexplained()).isGreaterThan(150);
        // The errors of the training rows alone would refuse many rows of the same kind.
        double own = ErrorLimit.of(model.trainingErrors());
        assertThat(same.withExplainedError(own).unexplained()).isGreaterThan(2 * same.unexplained());
    }

    @Test
    void equalRowsAndSingleRowsHaveALimit() {
        GneModel equal = Gne.fit(new float[][] {{1, 2}, {1, 2}, {1, 2}}, GneOptions.of(Preset.FAST));
        assertThat(equal.record().explainedError()).isGreaterThanOrEqualTo(0);
        GneModel one = Gne.fit(new float[][] {{1, 2}}, GneOptions.of(Preset.FAST));
        assertThat(one.record().explainedError()).isEqualTo(ErrorLimit.of(one.trainingErrors()));
    }
}

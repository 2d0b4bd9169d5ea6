package org.gne.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gne.layout.NeighborOptions;
import org.gne.nn.AdamOptions;
import org.junit.jupiter.api.Test;

class LoopOptionsTest {

    private static final LoopOptions OPTIONS = new LoopOptions(60, 512, Schedule.constant(0.01), AdamOptions.KERAS)
            .withLeast(2000, 0, 16)
            .withWarmUp(10);

    @Test
    void manyRowsHaveTheEpochsAndBatchesAsked() {
        assertThat(OPTIONS.forRows(60_000).epochs()).isEqualTo(60);
        assertThat(OPTIONS.forRows(60_000).batch()).isEqualTo(512);
    }

    @Test
    void fewRowsHaveSmallBatchesAndEnoughSteps() {
        for (int rows : new int[] {5, 150, 1_000, 5_000}) {
            LoopOptions few = OPTIONS.forRows(rows);
            int steps = few.epochs() * ((rows + few.batch() - 1) / few.batch());
            assertThat(steps).as("%d rows", rows).isGreaterThanOrEqualTo(2000);
            assertThat(few.batch()).isGreaterThanOrEqualTo(Math.min(rows, 32)).isLessThanOrEqualTo(512);
        }
    }

    @Test
    void someRowsNeedAShareOfTheSteps() {
        LoopOptions few = OPTIONS.withEpochs(1).withLeast(2000, 0, 16).forRows(1_000, 0.2);
        assertThat(few.epochs() * ((1_000 + few.batch() - 1) / few.batch())).isBetween(400, 416);
        assertThat(OPTIONS.forRows(60_000, 0.2)).isEqualTo(OPTIONS.forRows(60_000));
    }

    @Test
    void theRateFallsWithTheSquareRootOfASmallerBatch() {
        assertThat(OPTIONS.forRows(60_000).rate().start()).isEqualTo(0.01);
        LoopOptions few = OPTIONS.forRows(300);
        assertThat(few.batch()).isEqualTo(32);
        assertThat(few.rate().start()).isEqualTo(0.01 / 4);
        assertThat(few.forRows(300)).isEqualTo(few);
    }

    @Test
    void whatIsAskedForOutrightIsNotRaised() {
        assertThat(OPTIONS.withEpochs(3).forRows(100).epochs()).isEqualTo(3);
    }

    @Test
    void rowsAmongFewHaveFewNeighbours() {
        NeighborOptions options = NeighborOptions.ON.withNeighbors(40);
        assertThat(options.neighborsAmong(1_000_000)).isEqualTo(options.neighbors());
        assertThat(options.neighborsAmong(60_000)).isEqualTo(options.neighbors());
        assertThat(options.neighborsAmong(15_000)).isEqualTo(options.neighbors() / 2);
        assertThat(options.neighborsAmong(10)).isEqualTo(12);
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withWarmUp(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withEpochs(0))
                .withMessageContaining("found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeighborOptions.ON.withLabels(-0.5))
                .withMessageContaining("labels");
    }
}

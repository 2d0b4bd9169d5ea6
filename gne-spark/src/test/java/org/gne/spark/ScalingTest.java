package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.gne.data.Dataset;
import org.gne.mnist.Mnist;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The curve of docs/scaling.md, printed: processor time and bytes by Spark's own metrics, over the rows. */
@Tag("slow")
class ScalingTest {

    private static final int EPOCHS = 4;

    /**
     * @param cpu processor time of the tasks of a fit, seconds
     * @param bytes what they sent
     */
    private record Cost(double cpu, long bytes) {}

    private static Cost cost(SparkSession spark, int rows, int epochs) {
        Dataset data = Mnist.train().limit(rows);
        var table = Tables.of(spark, data.samples(), 16);
        Exchange exchange = new Exchange();
        spark.sparkContext().addSparkListener(exchange);
        new GneEstimator()
                .setEpochs(epochs)
                .setPicture("28x28x1")
                .setPartitions(2)
                .setRoundsPerEpoch(4)
                .fit(table);
        spark.sparkContext().removeSparkListener(exchange);
        return new Cost(exchange.cpuSeconds(), exchange.resultBytes() + exchange.shuffledBytes());
    }

    @Test
    void anEpochsWorkPerRowDoesNotGrowWithTheRows() {
        SparkSession spark = Sessions.local();
        cost(spark, 5_000, 2);
        double[] perRow = new double[3];
        int[] sizes = {15_000, 30_000, 60_000};
        for (int i = 0; i < sizes.length; i++) {
            Cost few = cost(spark, sizes[i], 1);
            Cost many = cost(spark, sizes[i], 1 + EPOCHS);
            perRow[i] = (many.cpu - few.cpu) / ((double) EPOCHS * sizes[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%d rows: %.1f us of processor per row and epoch, %.2f MB per epoch; before and after the epochs"
                            + " %.1f us per row%n",
                    sizes[i],
                    perRow[i] * 1e6,
                    (many.bytes - few.bytes) * 1e-6 / EPOCHS,
                    (few.cpu / sizes[i] - perRow[i]) * 1e6);
        }
        spark.stop();
        assertThat(perRow[2]).isLessThan(perRow[0] * 1.1);
    }
}

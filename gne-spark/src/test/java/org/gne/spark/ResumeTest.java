package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        // Where Kryo is set, what travels and is kept has to get by with it.
        spark = Sessions.localWithKryo();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Dataset<Row> rows(int n) {
        return Tables.of(spark, Tables.clusters(n, 5));
    }

    private static GneEstimator estimator(Path folder) {
        return new GneEstimator()
                .setEpochs(6)
                .setPartitions(2)
                .setRoundsPerEpoch(2)
                .setCheckpointDir(folder.toString());
    }

    /** Ends a fit once it has kept some rounds. */
    private static final class Axe extends SparkListener {
        private final Path progress;
        private boolean fallen;

        Axe(Path folder) {
            progress = folder.resolve(Progress.FILE);
        }

        @Override
        public void onJobStart(SparkListenerJobStart job) {
            try {
                if (!fallen
                        && Files.exists(progress)
                        && Files.readString(progress).contains("\"done\":4")) {
                    fallen = true;
                    spark.sparkContext().cancelJob(job.jobId());
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void cut(Path folder) {
        Axe axe = new Axe(folder);
        spark.sparkContext().addSparkListener(axe);
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> estimator(folder).fit(rows(90)))
                .isInstanceOfAny(SparkException.class)
                .withMessageContaining("cancelled");
        spark.sparkContext().removeSparkListener(axe);
    }

    @Test
    void aFitThatWasCutShortGoesOnToTheSameBits(@TempDir Path folder) throws IOException {
        Path once = folder.resolve("once");
        Path twice = folder.resolve("twice");
        String whole = estimator(once).fit(rows(90)).model().embedding().sha256();
        cut(twice);
        assertThat(twice.resolve(Progress.FILE)).exists();
        GneSparkModel resumed = estimator(twice).fit(rows(90));
        assertThat(resumed.model().embedding().sha256()).isEqualTo(whole);
        assertThat(resumed.model().record().epochs()).isEqualTo(6);
        assertThat(resumed.map().count()).isEqualTo(90);
        assertThat(twice.resolve(Progress.FILE)).doesNotExist();
    }

    @Test
    void theFolderOfAnotherFitIsRefused(@TempDir Path folder) {
        cut(folder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(folder).fit(rows(91)))
                .withMessageContaining("found the fit of other rows or options")
                .withMessageContaining("90 x 5")
                .withMessageContaining("91 x 5");
    }

    @Test
    void aFitLeavesOnlyTheStatesOfItsMapBehind(@TempDir Path folder) throws IOException {
        GneSparkModel model = estimator(folder).fit(rows(90));
        assertThat(model.map().count()).isEqualTo(90);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("rdd-")))
                    .hasSize(1);
        }
    }
}

package org.gne.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.Clusters;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.loop.DivergedException;
import org.gne.loop.FitListener;
import org.gne.loop.FitListener.Action;
import org.gne.loop.FitProgress;
import org.gne.loop.LoopOptions;
import org.gne.loop.Schedule;
import org.gne.nn.Heads;
import org.gne.nn.Loss;
import org.gne.quality.ReconstructionError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every method that leaves an {@link EncodedMap}. */
class EncodedMapTest {

    private static final Samples CLUSTERS = Clusters.samples(600, 20);

    enum Method {
        VAE,
        AUTOENCODER,
        PCA;

        EncodedMap fit(Samples samples, AutoencoderOptions options, long seed, int threads, FitListener listener) {
            try (Parallel parallel = new Parallel(threads)) {
                return switch (this) {
                    case VAE -> Vae.fit(samples, new VaeOptions(options, 1), seed, parallel, listener);
                    case AUTOENCODER -> Autoencoder.fit(samples, options, seed, parallel, listener);
                    case PCA -> Pca.fit(samples, options.dim(), seed, parallel);
                };
            }
        }

        EncodedMap fit(Samples samples, AutoencoderOptions options) {
            return fit(samples, options, 1, 2, FitListener.NONE);
        }
    }

    private static AutoencoderOptions options() {
        return options(20);
    }

    /** For rows of some width. */
    private static AutoencoderOptions options(int width) {
        AutoencoderOptions options =
                AutoencoderOptions.of(Heads.real(width)).withHidden(16).withBlocks(2);
        return options.withLoop(options.loop().withEpochs(12).withBatch(64));
    }

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameMapForAnyNumberOfThreads(Method method) {
        EncodedMap one = method.fit(CLUSTERS, options(), 1, 1, FitListener.NONE);
        for (int threads : new int[] {2, 5}) {
            EncodedMap other = method.fit(CLUSTERS, options(), 1, threads, FitListener.NONE);
            assertThat(other.embedding().sha256())
                    .as("threads %d", threads)
                    .isEqualTo(one.embedding().sha256());
            assertThat(other.grid(3)).isDeepEqualTo(one.grid(3));
            assertThat(other.losses()).isEqualTo(one.losses());
            assertThat(other.trainingLoss()).isEqualTo(one.trainingLoss());
            assertThat(other.divergence()).isEqualTo(one.divergence());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PCA", mode = EnumSource.Mode.EXCLUDE)
    void anotherSeedGivesAnotherMap(Method method) {
        assertThat(method.fit(CLUSTERS, options(), 1, 2, FitListener.NONE)
                        .embedding()
                        .sha256())
                .isNotEqualTo(method.fit(CLUSTERS, options(), 2, 2, FitListener.NONE)
                        .embedding()
                        .sha256());
    }

    /** Three clusters in 20 columns of some 4 units of variance: two dimensions tell them apart. */
    @ParameterizedTest
    @EnumSource
    void clustersAreExplained(Method method) {
        EncodedMap map = method.fit(CLUSTERS, options());
        assertThat(error(map, CLUSTERS)).isLessThan(0.5);
        assertThat(map.seconds()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = "PCA", mode = EnumSource.Mode.EXCLUDE)
    void theLossFallsAndTheListenerReceivesTheProgress(Method method) {
        List<Double> losses = new ArrayList<>();
        List<String> maps = new ArrayList<>();
        EncodedMap map = method.fit(CLUSTERS, options(), 1, 2, progress -> {
            losses.add(progress.loss());
            maps.add(progress.embedding().sha256());
            return Action.CONTINUE;
        });
        assertThat(map.epochs()).isEqualTo(12);
        assertThat(map.losses())
                .containsExactly(losses.stream().mapToDouble(loss -> loss).toArray());
        assertThat(map.losses()[11]).isLessThan(map.losses()[0] / 3);
        assertThat(map.trainingLoss()).isEqualTo(map.losses()[11]);
        assertThat(maps)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(map.embedding().sha256());
        assertThat(map.operations()).isPositive().isFinite();
    }

    @ParameterizedTest
    @EnumSource
    void aRowsPlaceDependsOnThatRowAlone(Method method) {
        EncodedMap map = method.fit(CLUSTERS, options());
        try (Parallel parallel = new Parallel(2)) {
            assertThat(map.encode(CLUSTERS, parallel).sha256())
                    .isEqualTo(map.embedding().sha256());
            Samples others = Clusters.samples(700, 20);
            Embedding all = map.encode(others, parallel);
            Embedding some = map.encode(others.limit(77), parallel);
            for (int i = 0; i < 77; i++) {
                assertThat(some.point(i)).isEqualTo(all.point(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongRowsAreRejected(Method method) {
        EncodedMap map = method.fit(CLUSTERS, options().withEpochs(1));
        float[][] damaged = Clusters.rows(10, 20);
        damaged[7][2] = Float.NaN;
        try (Parallel parallel = new Parallel(1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> map.encode(Clusters.samples(3, 19), parallel))
                    .withMessage("rows of 19 values, expected 20");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> map.encode(Samples.of(damaged), parallel))
                    .withMessage("row 7, column 2: found NaN, expected a finite number");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fit(Samples.of(damaged), options()))
                .withMessage("row 7, column 2: found NaN, expected a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fit(Samples.ofFloats(new float[0], Schema.Columns.numbered(3)), options(3)))
                .withMessage("no rows: found 0, expected at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map.generate(new float[][] {{0, 0}, {1}}))
                .withMessage("point 1 has 1 coordinates, expected 2");
    }

    @ParameterizedTest
    @EnumSource
    void degenerateRowsGiveAFiniteMap(Method method) {
        for (int rows : new int[] {1, 2, 3, 65}) {
            for (int width : new int[] {1, 2, 20}) {
                for (int dim : new int[] {1, 2, 3}) {
                    AutoencoderOptions options = options(width).withEpochs(3).withDim(dim);
                    assertUsable(method.fit(Clusters.samples(rows, width), options), rows);
                }
                for (float value : new float[] {0, 1, -300}) {
                    float[] same = new float[rows * width];
                    Arrays.fill(same, value);
                    Samples constant = Samples.ofFloats(same, Schema.Columns.numbered(width));
                    assertUsable(method.fit(constant, options(width).withEpochs(3)), rows);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalRowsHaveOnePlace(Method method) {
        float[][] rows = new float[90][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Clusters.rows(3, 20)[i % 3];
        }
        EncodedMap map = method.fit(Samples.of(rows), options());
        assertUsable(map, 90);
        for (int i = 3; i < 90; i++) {
            assertThat(map.embedding().point(i)).isEqualTo(map.embedding().point(i % 3));
        }
        assertThat(map.embedding().point(0)).isNotEqualTo(map.embedding().point(1));
    }

    @ParameterizedTest
    @EnumSource(names = "PCA", mode = EnumSource.Mode.EXCLUDE)
    void stoppingReturnsTheMapSoFar(Method method) {
        EncodedMap map = method.fit(
                CLUSTERS, options(), 1, 2, progress -> progress.epoch() == 3 ? Action.STOP : Action.CONTINUE);
        assertThat(map.epochs()).isEqualTo(3);
        assertUsable(map, 600);

        EncodedMap interrupted = method.fit(CLUSTERS, options(), 1, 2, progress -> {
            if (progress.epoch() == 2) {
                Thread.currentThread().interrupt();
            }
            return Action.CONTINUE;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.epochs()).isEqualTo(2);
        assertUsable(interrupted, 600);

        FitListener early = new FitListener() {
            @Override
            public Action onEpoch(FitProgress progress) {
                return Action.CONTINUE;
            }

            @Override
            public Action onBatch(int epoch, int rows) {
                return Action.STOP;
            }
        };
        EncodedMap none = method.fit(CLUSTERS, options(), 1, 2, early);
        assertThat(none.epochs()).isZero();
        assertThat(none.trainingLoss()).isNaN();
        assertUsable(none, 600);
    }

    @ParameterizedTest
    @EnumSource(names = "PCA", mode = EnumSource.Mode.EXCLUDE)
    void divergenceOfTheTrainingKeepsTheEpochsBefore(Method method) {
        // Sound at first: the rate grows without measure.
        LoopOptions growing =
                options().loop().withBatch(600).withRate(new Schedule(0.005, 1e30, Schedule.Curve.LINEAR, 1));
        DivergedException thrown = catchThrowableOfType(
                DivergedException.class, () -> method.fit(CLUSTERS, options().withLoop(growing)));
        assertThat(thrown).hasMessageStartingWith("training diverged in epoch 2 ");
        assertThat(thrown.lastGood().epochs()).isEqualTo(1);
        assertThat(thrown.lastGood().loss()).isLessThan(20);
        EncodedMap one = method.fit(
                CLUSTERS,
                options().withLoop(growing),
                1,
                2,
                progress -> progress.epoch() == 1 ? Action.STOP : Action.CONTINUE);
        assertThat(thrown.lastGood().embedding().sha256())
                .isEqualTo(one.embedding().sha256());
        assertThat(thrown.lastGood().decoder().decode(new float[][] {{0, 1}}))
                .isDeepEqualTo(one.generate(new float[][] {{0, 1}}));
    }

    @ParameterizedTest
    @EnumSource(names = "PCA", mode = EnumSource.Mode.EXCLUDE)
    void unitDataIsLearntWithEitherLoss(Method method) {
        Samples unit = Clusters.unit(300, 20);
        for (Loss loss : Loss.values()) {
            AutoencoderOptions options = AutoencoderOptions.of(Heads.unit(20, loss))
                    .withLoop(options().loop());
            EncodedMap map = method.fit(unit, options);
            assertUsable(map, 300);
            // The variance of the columns is 0.028.
            assertThat(squaredError(map, unit)).isLessThan(method == Method.VAE ? 0.025 : 0.005);
        }
    }

    @Test
    void theWeightOfTheDivergenceTradesErrorForNearnessToThePrior() {
        List<Double> errors = new ArrayList<>();
        List<Double> divergences = new ArrayList<>();
        for (double weight : new double[] {0, 1, 1000}) {
            try (Parallel parallel = new Parallel(2)) {
                EncodedMap map = Vae.fit(
                        CLUSTERS,
                        VaeOptions.of(Heads.real(20)).withNetwork(options()).withKlWeight(weight),
                        1,
                        parallel,
                        FitListener.NONE);
                errors.add(map.trainingLoss());
                divergences.add(map.divergence().orElseThrow());
            }
        }
        assertThat(errors).isSorted();
        assertThat(divergences).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(divergences.get(2)).isLessThan(0.1 * divergences.get(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleWeightsAreRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VaeOptions.of(Heads.unit(20)).withKlWeight(weight))
                .withMessage("KL weight: found " + weight + ", expected a number of at least 0");
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().withDim(0))
                .withMessage("dim: found 0, expected at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().withHidden(0))
                .withMessage("hidden: found 0, expected at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().withBlocks(-1))
                .withMessage("blocks: found -1, expected at least 0");
        try (Parallel parallel = new Parallel(1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Pca.fit(CLUSTERS, 0, 1, parallel))
                    .withMessage("dim: found 0, expected at least 1");
        }
    }

    private static double error(EncodedMap map, Samples samples) {
        try (Parallel parallel = new Parallel(2)) {
            return ReconstructionError.mean(
                    ReconstructionError.perRow(samples, map.embedding(), map.decoder(), parallel));
        }
    }

    /** Whatever the loss was. */
    private static double squaredError(EncodedMap map, Samples samples) {
        float[][] generated = map.generate(map.embedding().toArray());
        float[] row = new float[samples.width()];
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            samples.read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                sum += Math.pow(row[j] - generated[i][j], 2);
            }
        }
        return sum / samples.size() / row.length;
    }

    /** Every number of it is finite, those that it makes too. */
    private static void assertUsable(EncodedMap map, int rows) {
        assertThat(map.embedding().size()).isEqualTo(rows);
        for (float value : map.embedding().values()) {
            assertThat(value).isFinite();
        }
        for (float[] sample : map.generate(map.embedding().toArray())) {
            for (float value : sample) {
                assertThat(value).isFinite();
            }
        }
        map.divergence().ifPresent(divergence -> assertThat(divergence).isFinite());
    }
}

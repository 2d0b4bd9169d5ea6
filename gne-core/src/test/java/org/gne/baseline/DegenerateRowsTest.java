package org.gne.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Survey;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.nn.HeadChoice;
import org.gne.nn.Loss;
import org.gne.quality.KnnAccuracy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that few people mean to map, by every method: a place for each, and a sensible one. */
class DegenerateRowsTest {

    enum Method {
        TSNE,
        VAE,
        AUTOENCODER,
        PCA;

        Embedding fit(Samples rows, Scaling scaling) {
            Samples scaled = rows.scaled(scaling);
            AutoencoderOptions small = AutoencoderOptions.of(
                            HeadChoice.of(rows.schema(), scaling, Survey.of(rows), Loss.SQUARED_ERROR))
                    .withHidden(16)
                    .withBlocks(2);
            AutoencoderOptions network =
                    small.withLoop(small.loop().withEpochs(40).withBatch(64));
            TsneOptions tsne = TsneOptions.defaults().withIterations(400);
            try (Parallel parallel = new Parallel(2)) {
                return switch (this) {
                    case TSNE ->
                        Tsne.fit(scaled, tsne, 1, parallel, TsneListener.NONE).embedding();
                    case VAE ->
                        Vae.fit(scaled, new VaeOptions(network, 1), 1, parallel, FitListener.NONE)
                                .embedding();
                    case AUTOENCODER ->
                        Autoencoder.fit(scaled, network, 1, parallel, FitListener.NONE)
                                .embedding();
                    case PCA -> Pca.fit(scaled, 2, 1, parallel).embedding();
                };
            }
        }

        /** As a command does it: scaled by the data. */
        Embedding fit(float[][] rows) {
            Samples samples = Samples.of(rows);
            return fit(samples, Scaling.suiting(samples));
        }
    }

    /** Three round clouds, one row of each after another. */
    private static float[][] clouds(int n, int width) {
        Random random = new Random(11);
        float[][] rows = new float[n][width];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < width; j++) {
                rows[i][j] = (float) (random.nextGaussian() + (j % 3 == i % 3 ? 12 : 0));
            }
        }
        return rows;
    }

    private static float[][] times(float[][] rows, float factor) {
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return rows;
    }

    private static void finite(String what, Embedding map, int rows) {
        assertThat(map.size()).as(what).isEqualTo(rows);
        for (float value : map.values()) {
            assertThat(value).as(what).isFinite();
        }
    }

    /** Whether rows 0, 3, 6 ... lie together, and 1, 4 ... and 2, 5 ... */
    private static void keepsClouds(String what, Embedding map, int rows) {
        finite(what, map, rows);
        int[] classes = new int[rows];
        Arrays.setAll(classes, i -> i % 3);
        try (Parallel parallel = new Parallel(1)) {
            assertThat(KnnAccuracy.of(map, new Labels(classes, List.of("a", "b", "c")), 3, 1, parallel))
                    .as(what)
                    .isGreaterThan(0.95);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowHasAPlaceHoweverFewOrAlikeTheyAre(Method method) {
        Map<String, float[][]> cases = new LinkedHashMap<>();
        for (int n : new int[] {1, 2, 3, 4, 7, 89}) {
            cases.put(n + " rows", clouds(n, 6));
            cases.put(n + " rows of one value", clouds(n, 1));
            cases.put(n + " rows all equal", times(clouds(n, 6), 0));
        }
        float[][] equal = new float[1_300][5];
        Arrays.setAll(equal, i -> new float[] {3, 1, 4, 1, 5});
        cases.put("1,300 rows all equal", equal);
        float[][] mostly = equal.clone();
        System.arraycopy(clouds(130, 5), 0, mostly, 300, 130);
        cases.put("nine of ten rows equal", mostly);
        float[][] outlier = clouds(200, 4);
        outlier[17] = new float[] {1e6f, -1e6f, 1e6f, 0};
        cases.put("one row far away", outlier);
        float[][] one = equal.clone();
        one[700] = new float[] {3, 1, 4, 1, 6};
        cases.put("all rows but one equal", one);
        cases.forEach((what, rows) -> finite(what, method.fit(rows), rows.length));
    }

    @ParameterizedTest
    @EnumSource
    void duplicatesStayWithTheirKind(Method method) {
        float[][] twice = new float[300][];
        Arrays.setAll(twice, i -> clouds(150, 6)[i % 150]);
        keepsClouds("each row twice", method.fit(twice), 300);
        float[][] often = new float[600][];
        Arrays.setAll(often, i -> clouds(3, 6)[i % 3]);
        keepsClouds("three rows, 200 times each", method.fit(often), 600);
    }

    @ParameterizedTest
    @EnumSource
    void fewerRowsThanThePerplexityWantsKeepTheirKind(Method method) {
        keepsClouds("60 rows", method.fit(clouds(60, 6)), 60);
    }

    @ParameterizedTest
    @EnumSource
    void constantColumnsDoNotMatter(Method method) {
        float[][] rows = clouds(150, 9);
        for (float[] row : rows) {
            row[0] = 1e6f;
            row[4] = 0;
            row[8] = -0.1f;
        }
        keepsClouds("constant columns", method.fit(rows), 150);
    }

    @ParameterizedTest
    @EnumSource
    void theUnitOfTheValuesDoesNotMatter(Method method) {
        for (float unit : new float[] {1e-12f, 1e-3f, 1e6f, 1e12f}) {
            keepsClouds("times " + unit, method.fit(times(clouds(150, 6), unit)), 150);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TSNE", "PCA"})
    void noScalingIsNeeded(Method method) {
        for (float unit : new float[] {1e-12f, 1e-3f, 1e6f, 1e12f}) {
            Samples rows = Samples.of(times(clouds(150, 6), unit));
            keepsClouds("unscaled, times " + unit, method.fit(rows, Scaling.none()), 150);
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatAreNoneAreRefused(Method method) {
        for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[][] rows = clouds(40, 3);
            rows[23][1] = wrong;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.fit(Samples.of(rows), Scaling.none()))
                    .withMessage("row 23, column 1: found " + wrong + ", expected a finite number");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fit(Samples.of(clouds(2, 3)).limit(0), Scaling.none()))
                .withMessage("no rows: found 0, expected at least 1");
    }

    @Test
    void newRowsFindAPlaceOnAnyMap() {
        try (Parallel parallel = new Parallel(2)) {
            for (float[][] rows : List.of(clouds(1, 4), clouds(2, 4), clouds(3, 4), times(clouds(40, 4), 0))) {
                TsneMap map = Tsne.fit(
                        Samples.of(rows), TsneOptions.defaults().withIterations(50), 1, parallel, TsneListener.NONE);
                finite(rows.length + " old rows", map.transform(Samples.of(clouds(5, 4)), parallel), 5);
            }
            TsneMap map = Tsne.fit(Samples.of(clouds(30, 4)), TsneOptions.defaults(), 1, parallel, TsneListener.NONE);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> map.transform(Samples.of(clouds(5, 3)), parallel))
                    .withMessage("rows of 3 values, expected 4");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> map.transform(Samples.of(new float[][] {{1, 2, Float.NaN, 4}}), parallel))
                    .withMessage("row 0, column 2: found NaN, expected a finite number");
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesWhoseSquaresOverflowAreMappedOnceScaled(Method method) {
        keepsClouds("times 1e25", method.fit(times(clouds(150, 6), 1e25f)), 150);
    }

    @ParameterizedTest
    @EnumSource(names = {"TSNE", "PCA"})
    void unscaledTheyAreRefused(Method method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fit(Samples.of(times(clouds(150, 6), 1e25f)), Scaling.none()))
                .withMessage("found values whose squares are not finite, expected smaller ones: scale them");
    }

    @ParameterizedTest
    @EnumSource(names = {"TSNE", "PCA"})
    void onTheVergeOfThatAMapIsSoundOrRefused(Method method) {
        for (float unit = 1e14f; unit < 1e24f; unit *= 7) {
            Samples rows = Samples.of(times(clouds(150, 6), unit));
            Embedding map;
            try {
                map = method.fit(rows, Scaling.none());
            } catch (IllegalArgumentException e) {
                assertThat(e).as("times " + unit).hasMessageContaining("finite");
                continue;
            }
            keepsClouds("times " + unit, map, 150);
        }
    }
}

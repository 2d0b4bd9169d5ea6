package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class MapQualityTest {

    private static final int ROWS = 90;

    private final float[][] rows = new float[ROWS][6];
    private final float[] places = new float[2 * ROWS];
    private final int[] classes = new int[ROWS];
    private final Embedding map = new Embedding(places, 2);
    private final Labels labels = new Labels(classes, List.of("a", "b", "c"));
    private final float[] errors = new float[ROWS];

    MapQualityTest() {
        Random random = new Random(7);
        for (int i = 0; i < ROWS; i++) {
            classes[i] = i % 3;
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = (float) (9 * classes[i] + random.nextGaussian());
            }
            places[2 * i] = rows[i][0];
            places[2 * i + 1] = rows[i][1];
        }
        Arrays.fill(errors, 0.25f);
    }

    private MapQuality measure(boolean data, boolean withClasses, boolean decoder, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return MapQuality.of(
                    map,
                    data ? Samples.of(rows) : null,
                    withClasses ? labels : null,
                    decoder ? new Explained(0.75, new double[] {0.5, 1}, 1, errors) : null,
                    1,
                    parallel);
        }
    }

    @Test
    void everyMeasureHasAKeyATitleAMeaningAndAFormat() {
        assertThat(Measure.values()).extracting(Measure::key).doesNotHaveDuplicates();
        assertThat(Measure.values()).extracting(Measure::title).doesNotHaveDuplicates();
        assertThat(Measure.values()).allSatisfy(measure -> {
            assertThat(measure.key()).matches("[a-z][A-Za-z0-9]+");
            assertThat(measure.title()).matches("[A-Za-z0-9][A-Za-z0-9 -]+");
            assertThat(measure.meaning()).matches("[A-Z][^.]{20,}\\.").hasSizeLessThanOrEqualTo(80);
            assertThat(measure.better()).isNotNull();
            assertThat(measure.text(3)).startsWith("3");
        });
    }

    @Test
    void aMapWithDataClassesAndDecoderHasAllMeasuresButThoseOfNewRowsAndNumbers() {
        MapQuality quality = measure(true, true, true, 2);
        assertThat(quality.measures())
                .containsExactly(Arrays.stream(Measure.values())
                        .filter(measure -> measure != Measure.HELD_OUT_MSE && measure != Measure.KNN_R2)
                        .toArray(Measure[]::new));
        assertThat(quality.reconstructionMse()).isEqualTo(0.25);
        assertThat(quality.knnAccuracy()).isEqualTo(1);
        assertThat(quality.trustworthiness()).isBetween(0.8, 1.0);
        assertThat(quality.continuity()).isBetween(0.8, 1.0);
        assertThat(quality.islandsPerClass()).containsExactly(Map.entry("a", 1), Map.entry("b", 1), Map.entry("c", 1));
        assertThat(quality.value(Measure.CLASS_ISLANDS)).isEqualTo(3);
    }

    @Test
    void whatTheDataDoNotAllowIsAbsent() {
        MapQuality classesOnly = measure(false, true, false, 2);
        assertThat(classesOnly.measures())
                .containsExactly(
                        Measure.KNN_ACCURACY, Measure.NEIGHBORHOOD_HIT, Measure.CLASS_ISLANDS, Measure.STRAY_ROWS);
        assertThat(classesOnly.has(Measure.TRUSTWORTHINESS)).isFalse();
        assertThat(classesOnly.trustworthiness()).isNaN();
        MapQuality dataOnly = measure(true, false, false, 2);
        assertThat(dataOnly.measures())
                .containsExactly(Measure.TRUSTWORTHINESS, Measure.CONTINUITY, Measure.DISTANCE_CORRELATION);
        assertThat(dataOnly.islandsPerClass()).isEmpty();
        assertThat(dataOnly.byKey()).containsOnlyKeys("trustworthiness", "continuity", "distanceCorrelation");
        assertThat(MapQuality.none().with(Measure.HELD_OUT_MSE, Double.NaN)).isEqualTo(MapQuality.none());
    }

    @Test
    void valuesAreTheSameForAnyThreads() {
        assertThat(measure(true, true, true, 3)).isEqualTo(measure(true, true, true, 1));
    }

    @Test
    void countsHaveNoFractionInJson() {
        assertThat(measure(true, true, true, 1).byKey())
                .containsEntry("classIslands", 3L)
                .containsEntry("strayRows", 0.0);
    }

    @Test
    void rowsAndErrorsOfAnotherMapAreRefused() {
        try (Parallel parallel = new Parallel(1)) {
            Samples two = Samples.of(Arrays.copyOf(rows, 2));
            assertThatThrownBy(() -> MapQuality.of(map, two, null, null, 1, parallel))
                    .hasMessage("2 rows for 90 places, expected as many");
            assertThatThrownBy(() -> MapQuality.of(
                            map, null, null, new Explained(1, new double[0], 1, new float[3]), 1, parallel))
                    .hasMessage("3 errors for 90 places, expected as many");
        }
    }

    @Test
    void labelsThatAreNumbersHaveOneMeasure() {
        double[] values = new double[ROWS];
        Arrays.setAll(values, row -> places[2 * row]);
        try (Parallel parallel = new Parallel(2)) {
            MapQuality quality = MapQuality.of(map, null, new Target("x", values), null, 1, parallel);
            assertThat(quality.measures()).containsExactly(Measure.KNN_R2);
            assertThat(quality.knnR2()).isBetween(0.95, 1.0);
            assertThat(quality.byKey()).containsOnlyKeys("knnR2");
        }
    }
}

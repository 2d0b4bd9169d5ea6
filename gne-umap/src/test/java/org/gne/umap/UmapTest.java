package org.gne.umap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener.Action;
import org.gne.quality.KnnAccuracy;
import org.junit.jupiter.api.Test;

class UmapTest {

    private static final long SEED = 20240917;

    private static final UmapOptions SHORT = UmapOptions.defaults().withEpochs(60);

    /** Clouds around corners of a cube, one after the other. */
    private static float[][] clouds(int clouds, int each, int width) {
        Random random = new Random(SEED);
        float[][] rows = new float[clouds * each][width];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                rows[i][j] = (float) (0.1 * random.nextGaussian()) + ((i / each + 1) >> (j % 3) & 1);
            }
        }
        return rows;
    }

    private static Labels labels(int clouds, int each) {
        int[] classes = new int[clouds * each];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = i / each;
        }
        for (int c = 0; c < clouds; c++) {
            names.add("cloud " + c);
        }
        return new Labels(classes, names);
    }

    @Test
    void cloudsStayWhole() {
        UmapMap map = Umap.fit(Samples.of(clouds(5, 80, 12)), SHORT, 1, UmapListener.NONE);
        assertThat(map.neighbors()).isEqualTo(15);
        try (Parallel parallel = new Parallel(1)) {
            assertThat(KnnAccuracy.of(map.embedding(), labels(5, 80), 5, 1, parallel))
                    .isGreaterThan(0.98);
        }
    }

    @Test
    void theSeedAloneSaysWhichMap() {
        // More than 4,096 rows are searched by trees and descent, fewer by all distances.
        for (Samples rows : List.of(Samples.of(clouds(4, 60, 5)), Samples.of(clouds(4, 1100, 5)))) {
            UmapOptions options = SHORT.withEpochs(11);
            String first =
                    Umap.fit(rows, options, 3, UmapListener.NONE).embedding().sha256();
            assertThat(Umap.fit(rows, options, 3, UmapListener.NONE).embedding().sha256())
                    .isEqualTo(first);
            assertThat(Umap.fit(rows, options, 4, UmapListener.NONE).embedding().sha256())
                    .isNotEqualTo(first);
        }
    }

    @Test
    void everyRowHasAPlaceHoweverFewOrAlikeTheyAre() {
        float[][] alike = new float[300][4];
        float[][] doubled = clouds(3, 100, 4);
        System.arraycopy(clouds(3, 100, 4), 0, doubled, 150, 150);
        float[][] manyAlike = new float[5000][4];
        for (int i = 0; i < 2500; i++) {
            Arrays.fill(manyAlike[i], 1);
        }
        List<float[][]> cases = new ArrayList<>(List.of(alike, doubled, manyAlike));
        for (int n : new int[] {1, 2, 3, 4, 15, 16}) {
            cases.add(Arrays.copyOf(clouds(1, 20, 4), n));
        }
        for (float[][] rows : cases) {
            UmapMap map = Umap.fit(Samples.of(rows), SHORT.withEpochs(20), 1, UmapListener.NONE);
            assertThat(map.embedding().size()).isEqualTo(rows.length);
            for (float value : map.embedding().values()) {
                assertThat(value).as("%d rows", rows.length).isFinite();
            }
        }
    }

    @Test
    void duplicatesConstantColumnsAndUnitsLeaveCloudsWhole() {
        float[][] doubled = new float[300][];
        Arrays.setAll(doubled, i -> clouds(3, 50, 6)[i / 2]);
        whole("each row twice", doubled, 3, 100);
        float[][] constant = clouds(3, 60, 6);
        for (float[] row : constant) {
            row[3] = 1e6f;
            row[5] = 0;
        }
        whole("constant columns", constant, 3, 60);
        whole("few rows", clouds(3, 12, 6), 3, 12);
        for (float unit : new float[] {1e-12f, 1e-3f, 1e6f, 1e12f}) {
            float[][] rows = clouds(3, 60, 6);
            for (float[] row : rows) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= unit;
                }
            }
            whole("times " + unit, rows, 3, 60);
        }
    }

    private static void whole(String what, float[][] rows, int clouds, int each) {
        UmapMap map = Umap.fit(Samples.of(rows), SHORT, 1, UmapListener.NONE);
        assertThat(map.embedding().size()).as(what).isEqualTo(rows.length);
        try (Parallel parallel = new Parallel(1)) {
            assertThat(KnnAccuracy.of(map.embedding(), labels(clouds, each), 3, 1, parallel))
                    .as(what)
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void valuesOfAnySizeGiveASoundMapOrAreRefused() {
        for (float unit : new float[] {1e17f, 1e19f, 1e25f, 1e38f}) {
            float[][] rows = clouds(3, 40, 6);
            for (float[] row : rows) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= unit;
                }
            }
            try {
                whole("times " + unit, rows, 3, 40);
            } catch (IllegalArgumentException e) {
                assertThat(e).as("times " + unit).hasMessageContaining("finite");
            }
        }
    }

    @Test
    void nothingIsPrinted() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (int n : new int[] {3, 15, 16, 500}) {
                Umap.fit(Samples.of(clouds(1, n, 4)), SHORT, 1, UmapListener.NONE);
            }
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theListenerHearsStepsAndMayStop() {
        Samples rows = Samples.of(clouds(3, 100, 4));
        List<Integer> heard = new ArrayList<>();
        Umap.fit(rows, SHORT, 1, (done, steps) -> {
            assertThat(done).isBetween(0, steps);
            heard.add(done);
            return Action.CONTINUE;
        });
        assertThat(heard).isNotEmpty().isSorted();
        assertThatThrownBy(() -> Umap.fit(rows, SHORT, 1, (done, steps) -> Action.STOP))
                .isInstanceOf(CancellationException.class);
        int before = heard.size();
        Umap.fit(rows, SHORT, 1, UmapListener.NONE);
        assertThat(heard).hasSize(before);
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Umap.fit(Samples.of(clouds(3, 100, 4)), SHORT, 1, UmapListener.NONE))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsNoRowsOrNumbersIsRefused() {
        float[][] rows = clouds(2, 20, 3);
        rows[7][1] = Float.NaN;
        assertThatThrownBy(() -> Umap.fit(Samples.of(rows), SHORT, 1, UmapListener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> Umap.fit(Samples.of(clouds(2, 20, 3)).limit(0), SHORT, 1, UmapListener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
        assertThatThrownBy(() -> SHORT.withNeighbors(1)).hasMessageContaining("found 1");
        assertThatThrownBy(() -> SHORT.withMinDist(-0.1)).hasMessageContaining("found -0.1");
        assertThatThrownBy(() -> SHORT.withEpochs(10)).hasMessageContaining("found 10");
    }
}

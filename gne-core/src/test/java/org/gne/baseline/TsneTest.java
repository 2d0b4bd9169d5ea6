package org.gne.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.quality.KnnAccuracy;
import org.junit.jupiter.api.Test;

class TsneTest {

    private static final TsneOptions SHORT = new TsneOptions(15, 300, 100, 12, 0);

    @Test
    void clustersStayTogetherAndDivergenceFalls() {
        int n = 1_200;
        TsneMap map = fit(clusters(n, 70, 1), SHORT, 1, 2);
        int[] classes = new int[n];
        for (int i = 0; i < n; i++) {
            classes[i] = i % 6;
        }
        Labels labels = new Labels(classes, List.of("a", "b", "c", "d", "e", "f"));
        try (Parallel parallel = new Parallel(2)) {
            assertThat(KnnAccuracy.of(map.embedding(), labels, 5, 1, parallel)).isGreaterThan(0.98);
        }
        assertThat(map.divergence()).isLessThan(map.divergences()[1]);
        assertThat(map.iterations()).isEqualTo(300);
        assertThat(map.divergences()).hasSize(6);
    }

    @Test
    void oneSeedGivesOneMapWhateverTheThreads() {
        Samples samples = clusters(500, 20, 2);
        String sha = fit(samples, SHORT, 3, 1).embedding().sha256();
        assertThat(fit(samples, SHORT, 3, 2).embedding().sha256()).isEqualTo(sha);
        assertThat(fit(samples, SHORT, 3, 5).embedding().sha256()).isEqualTo(sha);
        assertThat(fit(samples, SHORT, 4, 2).embedding().sha256()).isNotEqualTo(sha);
    }

    @Test
    void fewEqualOrConstantRowsGiveAFiniteMap() {
        for (int n : new int[] {1, 2, 3, 5, 40}) {
            finite(fit(clusters(n, 4, 5), TsneOptions.defaults(), 1, 2), n);
            finite(fit(Samples.ofFloats(new float[3 * n], Schema.Columns.numbered(3)), SHORT, 1, 2), n);
        }
        float[] twice = new float[2 * 300];
        for (int i = 0; i < 300; i++) {
            twice[2 * i] = i % 3;
        }
        finite(fit(Samples.ofFloats(twice, Schema.Columns.numbered(2)), SHORT, 1, 2), 300);
    }

    @Test
    void newRowsLandAmongTheirKindWhateverElseIsPlaced() {
        Samples samples = clusters(900, 20, 6);
        TsneMap map = fit(samples, SHORT, 1, 2);
        try (Parallel parallel = new Parallel(2)) {
            Embedding all = map.transform(clusters(60, 20, 7), parallel);
            Embedding some = map.transform(clusters(60, 20, 7).limit(13), parallel);
            int right = 0;
            for (int i = 0; i < 60; i++) {
                right += nearest(map.embedding(), all.get(i, 0), all.get(i, 1)) % 6 == i % 6 ? 1 : 0;
            }
            assertThat(right).isGreaterThan(57);
            for (int i = 0; i < 13; i++) {
                assertThat(some.point(i)).isEqualTo(all.point(i));
            }
        }
    }

    @Test
    void theListenerHearsAndStops() {
        List<Integer> heard = new ArrayList<>();
        try (Parallel parallel = new Parallel(1)) {
            TsneMap map = Tsne.fit(clusters(100, 5, 8), SHORT, 1, parallel, (iteration, iterations, divergence) -> {
                heard.add(iteration);
                return iteration == 100 ? FitListener.Action.STOP : FitListener.Action.CONTINUE;
            });
            assertThat(heard).containsExactly(50, 100);
            assertThat(map.iterations()).isEqualTo(100);
        }
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> TsneOptions.defaults().withPerplexity(0.5)).hasMessageContaining("0.5");
        assertThatThrownBy(() -> TsneOptions.defaults().withIterations(0)).hasMessageContaining("0");
    }

    private static TsneMap fit(Samples samples, TsneOptions options, long seed, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return Tsne.fit(samples, options, seed, parallel, TsneListener.NONE);
        }
    }

    private static void finite(TsneMap map, int rows) {
        assertThat(map.embedding().size()).isEqualTo(rows);
        for (float value : map.embedding().values()) {
            assertThat(value).isFinite();
        }
        assertThat(map.divergence()).isFinite();
    }

    private static int nearest(Embedding map, float x, float y) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < map.size(); i++) {
            double distance = Math.hypot(map.get(i, 0) - x, map.get(i, 1) - y);
            if (distance < lowest) {
                lowest = distance;
                best = i;
            }
        }
        return best;
    }

    private static Samples clusters(int n, int width, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n * width];
        for (int i = 0; i < n; i++) {
            Random centre = new Random(i % 6);
            for (int j = 0; j < width; j++) {
                values[i * width + j] = (float) (3 * centre.nextGaussian() + random.nextGaussian());
            }
        }
        return Samples.ofFloats(values, Schema.Columns.numbered(width));
    }
}

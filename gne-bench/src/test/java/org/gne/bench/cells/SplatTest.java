package org.gne.bench.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class SplatTest {

    @Test
    void countsFollowTheNoiseFreeExpression() throws IOException {
        SimulatedCells cells = Splat.of(SplatOptions.groups(400, 300, 1, 1));
        double stored = 0;
        for (int i = 0; i < 400; i++) {
            stored += cells.counts().entries(i);
        }
        assertThat(stored / 400 / 300).isBetween(0.05, 0.5);
        int[] genes = new int[300];
        Arrays.setAll(genes, j -> j);
        double raw = Denoising.correlation(cells, genes, Denoising.raw(cells.counts()));
        double truth = Denoising.correlation(cells, genes, (cell, shares) -> {
            for (int j = 0; j < shares.length; j++) {
                shares[j] = cells.profiles()[cells.profile()[cell]][j];
            }
        });
        assertThat(raw).isBetween(0.02, 0.5);
        assertThat(truth).isCloseTo(1, within(1e-6));
    }

    @Test
    void theTruthItselfHasTheBestMeasures() throws IOException {
        SimulatedCells path = Splat.of(SplatOptions.path(400, 50, 2));
        // Each piece of the path on a line of its own, which begins where its origin ends.
        float[] places = new float[800];
        double[] x = {0, 1, 1, 2, 2};
        double[] y = {0, 0, 0, 0, 0};
        double[] up = {0, 1, -1, 1, -1};
        y[3] = y[4] = -1;
        for (int i = 0; i < 400; i++) {
            int piece = path.group()[i];
            double along = path.time()[i] - x[piece];
            places[2 * i] = (float) path.time()[i];
            places[2 * i + 1] = (float) (y[piece] + up[piece] * along);
        }
        try (Parallel parallel = new Parallel(1)) {
            Map<String, Object> found = CellMeasures.of(path, new Embedding(places, 2), parallel);
            assertThat((Double) found.get("tau")).isGreaterThan(0.95);
            assertThat((Double) found.get("trust")).isGreaterThan(0.85);
            assertThat((Double) found.get("knn")).isGreaterThan(0.9);
        }
    }

    @Test
    void batchesThatLieApartDoNotMix() throws IOException {
        SimulatedCells cells = Splat.of(SplatOptions.groups(300, 50, 2, 3));
        float[] apart = new float[600];
        float[] mixed = new float[600];
        for (int i = 0; i < 300; i++) {
            apart[2 * i] = cells.batch()[i] * 10 + i * 1e-3f;
            mixed[2 * i] = i * 1e-3f;
        }
        try (Parallel parallel = new Parallel(1)) {
            assertThat((Double) CellMeasures.of(cells, new Embedding(apart, 2), parallel)
                            .get("mixing"))
                    .isCloseTo(1, within(1e-9));
            assertThat((Double) CellMeasures.of(cells, new Embedding(mixed, 2), parallel)
                            .get("mixing"))
                    .isGreaterThan(1.7);
        }
    }

    @Test
    void theSectionHasALineForEachMapAndLikelihood() {
        Map<String, Object> map = Map.of("knn", 0.9, "knnGroups", 0.5, "trust", 0.95, "loss", 0.4, "denoised", 0.3);
        Map<String, Object> peers = Map.of(
                "constantLoss",
                0.5,
                "truthLoss",
                0.3,
                "raw",
                0.1,
                "smoothed15",
                0.2,
                "smoothed30",
                0.3,
                "smoothed60",
                0.1);
        String text = CellsPage.with(
                "before\n<!-- begin cells, written by gne-bench/cells -->\nold\n<!-- end cells -->\nafter\n",
                Map.of(
                        "simulations",
                        List.of(Map.of(
                                "name", "groups", "cells", 5000, "genes", 2000, "counts", map, "umap", map, "peers",
                                peers))));
        assertThat(text)
                .startsWith("before\n")
                .endsWith("<!-- end cells -->\nafter\n")
                .contains("| groups, 5,000 x 2,000 | PCA, UMAP | 0.900 | 0.500 | 0.950 |  |  |")
                .contains("| groups, 5,000 x 2,000 | GNE | 0.4000 | 0.300 |")
                .contains("the best |  | 0.300 |")
                .doesNotContain("old");
    }
}

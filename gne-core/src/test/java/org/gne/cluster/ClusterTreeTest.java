package org.gne.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTreeTest {

    private static final long SEED = 20261129;

    /** Groups of rows around {@code places}, in turn. */
    private static Embedding groups(int rows, double spread, float[]... places) {
        Random random = new Random(SEED);
        float[] values = new float[2 * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = places[i / 2 % places.length][i % 2] + (float) (spread * random.nextGaussian());
        }
        return new Embedding(values, 2);
    }

    /** Groups on a ring of {@code outer} rings of {@code inner} groups. */
    private static float[][] rings(int outer, int inner) {
        float[][] places = new float[outer * inner][];
        for (int i = 0; i < places.length; i++) {
            double far = 2 * Math.PI * (i / inner) / outer;
            double near = 2 * Math.PI * (i % inner) / inner;
            places[i] = new float[] {
                (float) (10 * Math.cos(far) + 1.6 * Math.cos(near)), (float) (10 * Math.sin(far) + 1.6 * Math.sin(near))
            };
        }
        return places;
    }

    private static void checkTree(ClusterTree tree) {
        for (int level = 0; level < tree.levels(); level++) {
            int sum =
                    tree.level(level).stream().mapToInt(ClusterTree.Node::size).sum();
            int known = 0;
            for (int row = 0; row < tree.rows(); row++) {
                int id = tree.cluster(level, row);
                known += id >= 0 ? 1 : 0;
                if (id >= 0) {
                    ClusterTree.Node node = tree.nodes().get(id);
                    assertThat(node.level()).isEqualTo(level);
                    assertThat(node.parent()).isEqualTo(level == 0 ? ClusterTree.NONE : tree.cluster(level - 1, row));
                }
            }
            assertThat(sum).isEqualTo(known);
        }
        for (ClusterTree.Node node : tree.nodes()) {
            assertThat(tree.nodes().get(node.id())).isSameAs(node);
            assertThat(node.size()).isPositive().isEqualTo(tree.rows(node.id()).length);
            assertThat(tree.rows(node.id())).contains(node.medoid()).isSorted();
            assertThat(tree.allRows()[node.id()]).isEqualTo(tree.rows(node.id()));
            assertThat(tree.children(node.id()).stream().map(ClusterTree.Node::parent))
                    .allMatch(parent -> parent == node.id());
            if (node.children().length > 0) {
                assertThat(tree.children(node.id()).stream()
                                .mapToInt(ClusterTree.Node::size)
                                .sum())
                        .isEqualTo(node.size());
            }
        }
    }

    @Test
    void groupsWithinGroupsAreTwoLevels() {
        ClusterTree tree = ClusterTree.of(groups(6000, 0.25, rings(5, 4)));
        checkTree(tree);
        assertThat(tree.levels()).isEqualTo(2);
        assertThat(tree.level(0)).hasSize(5);
        assertThat(tree.level(1)).hasSize(20);
        for (int row = 0; row < 6000; row++) {
            // The rows of one group of groups are in one cluster.
            assertThat(tree.cluster(0, row)).isEqualTo(tree.cluster(0, row % 20 / 4 * 4));
        }
        for (ClusterTree.Node node : tree.level(1)) {
            float[] place = rings(5, 4)[tree.rows(node.id())[0] % 20];
            assertThat(Math.hypot(node.mode()[0] - place[0], node.mode()[1] - place[1]))
                    .isLessThan(0.3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 500})
    void oneGroupOfRowsIsOneClusterAtLeast(int rows) {
        ClusterTree tree = ClusterTree.of(groups(rows, 1, new float[] {3, 3}));
        checkTree(tree);
        assertThat(tree.level(0)).hasSize(1);
    }

    @Test
    void twoGroupsAreTwoClusters() {
        ClusterTree tree = ClusterTree.of(groups(900, 0.3, new float[] {0, 0}, new float[] {0, 0}, new float[] {6, 1}));
        checkTree(tree);
        assertThat(tree.level(0)).extracting(ClusterTree.Node::size).containsExactly(600, 300);
    }

    @Test
    void evenlySpreadRowsAreNotManyClusters() {
        Random random = new Random(SEED);
        float[] values = new float[40_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        ClusterTree tree = ClusterTree.of(new Embedding(values, 2));
        checkTree(tree);
        assertThat(tree.nodes()).hasSizeLessThan(12);
    }

    @Test
    void mapsOfAnyDimensionAndOutliersHaveATree() {
        Random random = new Random(SEED);
        for (int dim = 1; dim <= 4; dim++) {
            float[] values = new float[dim * 700];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() + (i / dim % 2) * 9;
            }
            values[0] = 1e30f;
            values[5 * dim] = -1e6f;
            ClusterTree tree = ClusterTree.of(new Embedding(values, dim));
            checkTree(tree);
            assertThat(tree.level(0).size()).isBetween(2, 4);
            assertThat(tree.level(0).get(0).mode()).hasSize(dim);
        }
        checkTree(ClusterTree.of(new Embedding(new float[200], 2)));
    }

    @Test
    void rowsWithoutCoordinatesAreInNoCluster() {
        Embedding map = groups(300, 0.3, new float[] {0, 0}, new float[] {9, 1});
        map.values()[20] = Float.NaN;
        ClusterTree tree = ClusterTree.of(map);
        checkTree(tree);
        assertThat(tree.cluster(0, 10)).isEqualTo(-1);
        Arrays.fill(map.values(), Float.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterTree.of(map))
                .withMessage("clusters: found no row with finite coordinates among 300, expected at least 1");
    }

    @Test
    void theSameMapHasTheSameTree() {
        Embedding map = groups(3000, 0.5, rings(3, 5));
        ClusterTree first = ClusterTree.of(map);
        ClusterTree second = ClusterTree.of(map);
        assertThat(second).hasToString(first.toString());
        for (int level = 0; level < first.levels(); level++) {
            int each = level;
            assertThat(IntStream.range(0, map.size()).map(row -> second.cluster(each, row)))
                    .containsExactlyElementsOf(IntStream.range(0, map.size())
                            .map(row -> first.cluster(each, row))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void steadyScalesAreChosen() {
        List<Double> counts =
                List.of(80.0, 60.0, 30.0, 20.0, 20.0, 20.0, 20.0, 12.0, 6.0, 6.0, 6.0, 6.0, 6.0, 3.0, 1.0);
        assertThat(ClusterScales.chosen(counts)).hasSize(3).element(0).isEqualTo(10);
        assertThat(counts.get(ClusterScales.chosen(counts).get(1))).isEqualTo(20);
        assertThat(ClusterScales.chosen(List.of(1.0, 1.0))).containsExactly(1);
    }
}

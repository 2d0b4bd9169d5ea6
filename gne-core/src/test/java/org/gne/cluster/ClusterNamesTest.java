package org.gne.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.junit.jupiter.api.Test;

class ClusterNamesTest {

    private static final int ROWS = 2400;

    /** Four groups at the corners of a square. */
    private static Embedding corners() {
        Random random = new Random(7);
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = (float) (random.nextGaussian() * 0.4 + row % 4 / 2 * 10);
            values[2 * row + 1] = (float) (random.nextGaussian() * 0.4 + row % 2 * 10);
        }
        return new Embedding(values, 2);
    }

    private static final ClusterTree TREE = ClusterTree.of(corners());

    private static int group(ClusterTree.Node node) {
        return TREE.rows(node.id())[0] % 4;
    }

    private static void checkDifferent(ClusterTree tree, ClusterNames names) {
        for (int level = 0; level < tree.levels(); level++) {
            Set<String> used = new HashSet<>();
            for (ClusterTree.Node node : tree.level(level)) {
                assertThat(used.add(names.name(node.id())))
                        .as(names.name(node.id()))
                        .isTrue();
            }
        }
    }

    @Test
    void tablesAreNamedByColumnsAndCategories() {
        Schema.Columns schema = new Schema.Columns(List.of(
                Column.number("body_mass"),
                Column.category("island", List.of("Biscoe", "Dream")),
                Column.bool("smoker"),
                Column.category("sector", List.of("1", "2"))));
        Random random = new Random(3);
        float[] cells = new float[ROWS * 4];
        for (int row = 0; row < ROWS; row++) {
            cells[4 * row] = (float) (row % 4 * 100 + random.nextGaussian());
            cells[4 * row + 1] = row % 4 / 2;
            cells[4 * row + 2] = row % 4 == 3 ? 1 : 0;
            cells[4 * row + 3] = row % 4 == 1 ? 1 : 0;
        }
        cells[0] = Float.NaN;
        Samples table = Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(4)), schema);
        ClusterNames names = ClusterNames.of(TREE, new TableNamer(table));
        assertThat(TREE.level(0)).hasSize(4);
        checkDifferent(TREE, names);
        for (ClusterTree.Node node : TREE.level(0)) {
            String name = names.name(node.id());
            switch (group(node)) {
                case 0 ->
                    assertThat(name)
                            .contains("low body mass")
                            .contains("Biscoe")
                            .doesNotContain("high");
                // All rows of sector 2 are on Biscoe.
                case 1 -> assertThat(name).contains("sector 2").doesNotContain("Biscoe");
                case 2 -> assertThat(name).contains("Dream").contains("not smoker");
                default -> assertThat(name).contains("smoker").contains("high body mass");
            }
        }
    }

    @Test
    void aWholeNumberThatAllRowsShareIsNamed() {
        float[] cells = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            cells[2 * row] = 2007 + row % 4 / 2;
            cells[2 * row + 1] = row % 4 % 2;
        }
        Schema schema = Schema.Columns.named(List.of("year", "half"));
        ClusterNames names = ClusterNames.of(TREE, new TableNamer(Samples.ofFloats(cells, schema)));
        for (ClusterTree.Node node : TREE.level(0)) {
            assertThat(names.name(node.id())).contains(group(node) < 2 ? "year 2007" : "year 2008");
        }
    }

    /** Mass and length are the same but for units; every row of the group "small bird" is of the size "small". */
    @Test
    void whatFollowsFromATermBeforeItIsNotNamed() {
        float[] cells = new float[4 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            int group = row % 4;
            float mass = group == 3 ? 9 + row / 4 % 2 : row / 4 % 3;
            cells[4 * row] = mass;
            cells[4 * row + 1] = 2 * mass + 1;
            cells[4 * row + 2] = group == 0 ? 0 : 1;
            cells[4 * row + 3] = group < 2 || row % 8 < 4 ? 0 : 1;
        }
        Schema.Columns schema = new Schema.Columns(List.of(
                Column.number("mass"),
                Column.number("length"),
                Column.category("kind", List.of("small bird", "other bird")),
                Column.category("size", List.of("small", "large"))));
        Samples table = Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(4)), schema);
        ClusterNames names = ClusterNames.of(TREE, new TableNamer(table));
        for (ClusterTree.Node node : TREE.level(0)) {
            String name = names.name(node.id());
            switch (group(node)) {
                case 0 -> assertThat(name).startsWith("small bird").doesNotContain(", small");
                case 3 -> assertThat(name).containsOnlyOnce("high").doesNotContain("small");
                default -> assertThat(name).doesNotContain("small bird");
            }
        }
    }

    @Test
    void columnsOfVectorsNameNothing() {
        assertThat(TableNamer.suits(Schema.Columns.numbered(50))).isFalse();
        assertThat(TableNamer.suits(Schema.Columns.named(
                        IntStream.range(0, 50).mapToObj(i -> "v" + i).toList())))
                .isFalse();
        assertThat(TableNamer.suits(Schema.Columns.named(List.of("mass", "length"))))
                .isTrue();
        assertThat(TableNamer.suits(new Schema.Picture(2, 2, 1))).isFalse();
    }

    @Test
    void classesNameTheClustersOfTheirRows() {
        int[] classes = IntStream.range(0, ROWS)
                .map(row -> row % 4 == 3 ? row / 4 % 2 : row % 4)
                .toArray();
        ClusterNames names = ClusterNames.of(TREE, new LabelNamer(new Labels(classes, List.of("a", "b", "c"))));
        checkDifferent(TREE, names);
        for (ClusterTree.Node node : TREE.level(0)) {
            assertThat(names.name(node.id()))
                    .isEqualTo(List.of("a", "b", "c", "a, b").get(group(node)));
        }
    }

    @Test
    void idsOfTheMostCentralRowsAreNames() {
        Embedding map = corners();
        Ids ids = Ids.of(IntStream.range(0, ROWS).mapToObj(row -> "w" + row).toList());
        ClusterNames names = ClusterNames.of(TREE, new IdNamer(ids, map));
        for (ClusterTree.Node node : TREE.level(0)) {
            for (String id : names.name(node.id()).split(", ")) {
                int row = Integer.parseInt(id.substring(1));
                assertThat(row % 4).isEqualTo(group(node));
                assertThat(Math.hypot(map.get(row, 0) - node.mode()[0], map.get(row, 1) - node.mode()[1]))
                        .isLessThan(0.2);
            }
        }
    }

    @Test
    void siblingsWithTheSameTermsHaveDifferentNames() {
        ClusterNamer same = tree ->
                tree.nodes().stream().map(node -> List.of("x", "y", "z")).toList();
        ClusterNames names = ClusterNames.of(TREE, same);
        checkDifferent(TREE, names);
        assertThat(names.names()).contains("x, y, z", "x, y, z (2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterNames.of(TREE, tree -> List.of()))
                .withMessageStartingWith("names: found terms of 0 clusters");
    }

    @Test
    void namesByHandReplaceOthers() {
        ClusterNames names = ClusterNames.none(TREE).with(Map.of(1, " mine "));
        assertThat(names.name(1)).isEqualTo("mine");
        assertThat(names.name(0)).isEmpty();
        assertThat(names.any()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> names.with(Map.of(99, "x")));
    }
}

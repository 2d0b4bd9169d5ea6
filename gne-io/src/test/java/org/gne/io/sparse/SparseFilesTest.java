package org.gne.io.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.ColumnType;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.TypeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matrix Market, 10x Genomics, SVMlight and files of vectors. */
class SparseFilesTest {

    private static final String MATRIX =
            "%%MatrixMarket matrix coordinate real general\n% a comment\n\n3 4 4\n1 1 1.5\n"
                    + "3 4 -2\n2 2 1e1\n3 4 5\n";

    @TempDir
    Path directory;

    @Test
    void coordinatesAreRows() throws IOException {
        for (String name : new String[] {"m.mtx", "unnamed"}) {
            assertRows(read(name, MATRIX), new float[][] {{1.5f, 0, 0, 0}, {0, 10, 0, 0}, {0, 0, 0, 3}});
        }
        assertRows(
                read("p.mtx", "%%MatrixMarket matrix coordinate pattern symmetric\n2 2 2\n1 1\n2 1\n"),
                new float[][] {{1, 1}, {1, 0}});
        assertRows(
                read("s.mtx", "%%MatrixMarket matrix coordinate integer skew-symmetric\n2 2 1\n2 1 7\n"),
                new float[][] {{0, -7}, {7, 0}});
        assertRows(
                read("a.mtx", "%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n4\n"),
                new float[][] {{1, 3}, {2, 4}});
    }

    @Test
    void whatIsWrongInAMatrixIsNamed() {
        refuses(
                "m.mtx",
                MATRIX.replace("3 4 5", "3 5 5"),
                "line 8: found row 3 and column 5, expected at most 3 and 4");
        refuses("m.mtx", MATRIX.replace("3 4 5\n", ""), "line 8: found the end of the file");
        refuses("m.mtx", MATRIX + "1 1 1\n", "line 9: found more values");
        refuses("m.mtx", MATRIX.replace("1e1", "x"), "line 7: found 'x', expected a number");
        refuses("m.mtx", MATRIX.replace("real", "complex"), "line 1: found 'complex'");
        refuses("m.mtx", "1 2 3\n", "line 1: found other words");
    }

    @Test
    void cellsAreTheRowsOfAFolderOf10x() throws IOException {
        write("matrix.mtx", "%%MatrixMarket matrix coordinate integer general\n3 2 3\n1 1 4\n3 1 1\n2 2 7\n");
        write("barcodes.tsv", "AAA-1\nCCC-1\n");
        write("features.tsv", "ENSG1\tCD4\tGene\nENSG2\tCD8\tGene\nENSG3\tCD4\tGene\n");
        for (Path input : new Path[] {directory, directory.resolve("matrix.mtx")}) {
            Dataset data = Inputs.read(input.toString(), ReadOptions.defaults());
            assertRows(data, new float[][] {{4, 0, 1}, {0, 7, 0}});
            assertThat(Objects.requireNonNull(data.ids()).get(1)).isEqualTo("CCC-1");
            assertThat(((Schema.Columns) data.samples().schema())
                            .columns()
                            .get(2)
                            .name())
                    .isEqualTo("CD4_ENSG3");
            assertThat(data.notes()).anyMatch(note -> note.startsWith("1 gene has the name of another"));
        }
        write("barcodes.tsv", "AAA-1\n");
        assertThatThrownBy(() -> Inputs.read(directory.toString(), ReadOptions.defaults()))
                .hasMessageContaining("a matrix of 3 genes and 2 cells, expected the 3 and 1 that have names");
    }

    @Test
    void featuresThatAreNoGenesAreLeftOut() throws IOException {
        write("matrix.mtx", "%%MatrixMarket matrix coordinate integer general\n3 2 3\n1 1 4\n3 1 900\n2 2 7\n");
        write("barcodes.tsv", "AAA-1\nCCC-1\n");
        write("features.tsv", "G1\tCD4\tGene Expression\nG2\tCD8A\tGene Expression\nP1\tCD4\tAntibody Capture\n");
        Dataset data = Inputs.read(directory.toString(), ReadOptions.defaults());
        assertRows(data, new float[][] {{4, 0}, {0, 7}});
        assertThat(data.notes()).contains("1 features that are no genes are left out: Antibody Capture");
    }

    @Test
    void svmLightHasALabelInEveryLine() throws IOException {
        for (String name : new String[] {"t.svm", "t.txt2"}) {
            Dataset data = read(name, "+1 1:0.5 3:2 # first\n-1 2:1e-1\n\n+1 qid:7 3:4\n");
            assertRows(data, new float[][] {{0.5f, 0, 2}, {0, 0.1f, 0}, {0, 0, 4}});
            assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("-1", "1");
        }
        assertRows(read("z.svm", "1 0:5\n2 1:7\n"), new float[][] {{5, 0}, {0, 7}});
        refuses("t.svm", "1 1:2\n1 x:3\n", "line 2: found 'x:3', expected a column and a value");
    }

    @Test
    void valuesComeInAnyOrder() throws IOException {
        Random random = new Random(1);
        int rows = 37;
        int columns = 23;
        List<int[]> entries = new ArrayList<>();
        float[][] expected = new float[rows][columns];
        for (int k = 0; k < 300; k++) {
            int[] entry = {random.nextInt(rows), random.nextInt(columns), 1 + random.nextInt(300)};
            entries.add(entry);
            expected[entry[0]][entry[1]] += entry[2];
        }
        Comparator<int[]> byRow = Comparator.comparingInt(entry -> entry[0]);
        Comparator<int[]> byColumn = Comparator.comparingInt(entry -> entry[1]);
        // The last ends with a value that is not in the order of columns.
        for (Comparator<int[]> order : List.of(
                byRow.thenComparing(byColumn),
                byColumn.thenComparing(byRow),
                byColumn,
                Comparator.<int[]>comparingInt(entry -> 0),
                Comparator.<int[]>comparingInt(entry -> entry[1] == 3 ? 99 : entry[1]))) {
            StringBuilder text = new StringBuilder("%%MatrixMarket matrix coordinate integer general\n" + rows + " "
                    + columns + " " + entries.size() + "\n");
            for (int[] entry : entries.stream().sorted(order).toList()) {
                text.append(entry[0] + 1)
                        .append(' ')
                        .append(entry[1] + 1)
                        .append(' ')
                        .append(entry[2])
                        .append('\n');
            }
            assertRows(read("order.mtx", text.toString()), expected);
        }
    }

    @Test
    void columnsAreCountsIfTheUserSaysSo() throws IOException {
        ReadOptions counts = ReadOptions.defaults()
                .withColumns(ColumnChoice.ALL.withTypes(Map.of("*", new TypeChoice(ColumnType.COUNT))));
        Path words = Files.writeString(directory.resolve("words.svm"), "1 1:2 3:1\n-1 2:4\n");
        Dataset data = Inputs.read(words.toString(), counts);
        assertThat(((Schema.Columns) data.samples().schema()).columns())
                .allMatch(column -> column.kind() == Column.Kind.COUNT);
        assertRows(data, new float[][] {{2, 0, 1}, {0, 4, 0}});
        Path shares = Files.writeString(directory.resolve("shares.svm"), "1 1:2 3:1.5\n-1 2:4\n");
        assertThatThrownBy(() -> Inputs.read(shares.toString(), counts))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--counts: row 1, column 2: found 1.5, expected 0, 1, 2 ...");
    }

    @Test
    void vectorsAreRows() throws IOException {
        ByteBuffer floats = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        floats.putInt(2).putFloat(1.5f).putFloat(-2).putInt(2).putFloat(3).putFloat(4);
        Path file = Files.write(directory.resolve("v.fvecs"), floats.array());
        assertRows(Inputs.read(file.toString(), ReadOptions.defaults()), new float[][] {{1.5f, -2}, {3, 4}});
        byte[] bytes = {3, 0, 0, 0, 1, (byte) 200, 3, 3, 0, 0, 0, 4, 5, 6};
        file = Files.write(directory.resolve("v.bvecs"), bytes);
        assertRows(Inputs.read(file.toString(), ReadOptions.defaults()), new float[][] {{1, 200, 3}, {4, 5, 6}});
        Path cut = Files.write(directory.resolve("c.bvecs"), Arrays.copyOf(bytes, 12));
        assertThatThrownBy(() -> Inputs.read(cut.toString(), ReadOptions.defaults()))
                .hasMessageContaining("byte 11: found the end of the file, expected 3 values");
    }

    @Test
    void binaryWordVectorsHaveWordsAsIds() throws IOException {
        ByteBuffer floats = ByteBuffer.allocate(29).order(ByteOrder.LITTLE_ENDIAN);
        floats.put("2 2\n".getBytes(StandardCharsets.UTF_8)).put("f\u00fcr ".getBytes(StandardCharsets.UTF_8));
        floats.putFloat(1.5f)
                .putFloat(-2)
                .put("\nto ".getBytes(StandardCharsets.UTF_8))
                .putFloat(3)
                .putFloat(4);
        Path file = Files.write(directory.resolve("v.bin"), Arrays.copyOf(floats.array(), floats.position()));
        Dataset data = Inputs.read(file.toString(), ReadOptions.defaults());
        assertRows(data, new float[][] {{1.5f, -2}, {3, 4}});
        assertThat(Objects.requireNonNull(data.ids()).get(0)).isEqualTo("f\u00fcr");
        assertThat(data.ids().get(1)).isEqualTo("to");
        Files.write(file, Arrays.copyOf(floats.array(), floats.position() - 1));
        assertThatThrownBy(() -> Inputs.read(file.toString(), ReadOptions.defaults()))
                .hasMessageContaining("word 2: found the end of the file, expected 2 values");
        Files.write(file, Arrays.copyOf(floats.array(), floats.position() + 1));
        assertThatThrownBy(() -> Inputs.read(file.toString(), ReadOptions.defaults()))
                .hasMessageContaining("word 3: found more bytes");
    }

    private Dataset read(String name, String text) throws IOException {
        return Inputs.read(write(name, text).toString(), ReadOptions.defaults());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private void refuses(String name, String text, String message) {
        assertThatThrownBy(() -> read(name, text)).hasMessageContaining(name + ": " + message);
    }

    private static void assertRows(Dataset data, float[][] expected) {
        assertThat(data.samples().size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            float[] row = new float[data.samples().width()];
            data.samples().read(i, row, 0);
            assertThat(row).containsExactly(expected[i]);
        }
    }
}

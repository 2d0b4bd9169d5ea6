package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.io.InputException;
import org.gne.io.export.EmbeddingCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatesTest {

    @TempDir
    Path directory;

    private Coordinates read(String text, String... axes) throws IOException {
        Path file = Files.writeString(directory.resolve("map.csv"), text);
        return Coordinates.read(file.toString(), List.of(axes));
    }

    private void reads(String text, int dim, float... values) throws IOException {
        Embedding found = read(text).embedding();
        assertThat(found.dim()).isEqualTo(dim);
        assertThat(found.values()).containsExactly(values);
    }

    private void refuses(String text, String message, String... axes) {
        assertThatThrownBy(() -> read(text, axes))
                .isInstanceOf(InputException.class)
                .hasMessage(directory.resolve("map.csv") + ": " + message);
    }

    @Test
    void whatAFitWroteIsRead() throws IOException {
        for (int dim : new int[] {1, 2, 3, 5}) {
            float[] values = new float[70 * dim];
            int[] classes = new int[70];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.sin(i);
                classes[i / dim] = i / dim % 3 - 1;
            }
            Embedding embedding = new Embedding(values, dim);
            Path file = directory.resolve("embedding.csv");
            EmbeddingCsv.write(file, embedding, new Labels(classes, List.of("a", "b")), new float[70]);
            Coordinates found = Coordinates.read(file.toString(), List.of());
            assertThat(found.embedding().dim()).isEqualTo(dim);
            assertThat(found.embedding().values()).containsExactly(values);
            Labels labels = Objects.requireNonNull(found.labels());
            assertThat(labels.classes()).containsExactly(classes);
            EmbeddingCsv.write(file, embedding, null, null);
            assertThat(Coordinates.read(file.toString(), List.of()).labels()).isNull();
        }
    }

    @Test
    void axesAreSeenByTheirNames() throws IOException {
        reads("X,Y,Class\n1,2,7\n3,4,8\n", 2, 1, 2, 3, 4);
        reads("id,y,x\na,2,1\nb,4,3\n", 2, 1, 2, 3, 4);
        reads("label,UMAP1,UMAP2\n5,1,2\n6,3,4\n", 2, 1, 2, 3, 4);
        reads("tSNE_0\ttSNE_1\ttSNE_2\n1\t2\t3\n", 3, 1, 2, 3);
        reads("first,second,name\n1.5,2,a\n3,4.5,b\n", 2, 1.5f, 2, 3, 4.5f);
        reads("1.5,2.5\n3,4\n", 2, 1.5f, 2.5f, 3, 4);
        assertThat(read("a,b,c\n1,2,3\n", "c", "a").embedding().values()).containsExactly(3, 1);
    }

    @Test
    void whatNamesDoNotTellIsAsked() {
        refuses(
                "1.5,2.5,3\n1.5,2.5,4\n",
                "found column '2' of whole numbers, expected coordinates in columns x, y or"
                        + " numbered ones, or --axes to name them; columns are 0, 1, 2");
        refuses(
                "u1,u2,t1,t2\n1,2,3,4\n",
                "found columns u*, t*, expected coordinates in columns x, y or numbered ones,"
                        + " or --axes to name them; columns are u1, u2, t1, t2");
        refuses(
                "a,b\nred,blue\n",
                "found no column of numbers, expected coordinates in columns x, y or numbered ones,"
                        + " or --axes to name them; columns are a, b");
        refuses(
                "x,y\n1,2\n",
                "found no column 'z', expected coordinates in columns x, y or numbered ones,"
                        + " or --axes to name them; columns are x, y",
                "x",
                "z");
    }

    @Test
    void coordinatesThatAreNoneAreRefused() {
        refuses("x,y\n1,2\n3,\n", "line 3, column 'y': found no value, expected a finite number");
        refuses("x,y\n1,2\n-inf,4\n", "line 3, column 'x': found -Infinity, expected a finite number");
        refuses("x,y\n1,2\n3,4\nfive,6\n", "line 4, column 'x': found 'five', expected a number as in 2 other rows");
        refuses("x,y\n", "found no rows, expected at least 1");
    }

    @Test
    void rowsInAnotherOrderThanTheDataAreRefused() {
        refuses(
                "row,x,y\n1,1,2\n0,3,4\n",
                "line 2, column 'row': found row 1, expected 0: rows in the order of the data," + " from 0 on");
    }

    @Test
    void filesThatAreNoTableAreRefused() throws IOException {
        assertThatThrownBy(() -> Coordinates.read("nowhere.csv", List.of()))
                .hasMessage("nowhere.csv: there is no such file");
        Path file = Files.write(directory.resolve("map.idx"), new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 5});
        assertThatThrownBy(() -> Coordinates.read(file.toString(), List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("expected a table of coordinates");
    }
}

package org.gne.io.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gne.analysis.ClassOverlap;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.Table;
import org.gne.place.Placed;
import org.gne.quality.Explained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every exported table against a file kept beside this test: others read these files, so no byte of them may change. */
class ExportedFilesTest {

    private static final Embedding MAP = new Embedding(new float[] {0.1f, -2, 1e-8f, 3.4e38f, Float.NaN, 7}, 2);
    private static final Labels LABELS = new Labels(new int[] {1, -1, 0}, List.of("a,b", "it \"is\"\nΩ"));
    private static final float[] ERRORS = {0.25f, Float.NaN, 1f / 3};
    private static final double[] DENSITIES = {-1.5, Double.NEGATIVE_INFINITY, 1.0 / 3};

    private static final Schema.Columns TABLE = new Schema.Columns(List.of(
            Column.number("size, mm"), Column.bool("flag"), Column.category("kind", List.of("x", "y \"z\"", "true"))));
    private static final float[][] ROWS = {
        {3, 1, 0, 1, 0},
        {2.5f, 0.4f, 0.3f, 0.2f, 0.9f},
        {Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN}
    };

    @TempDir
    private Path directory;

    private static Ids ids() {
        Ids.Builder ids = new Ids.Builder();
        List.of("one", "", "three, \"3\"").forEach(ids::add);
        return ids.build();
    }

    private static Dataset dataset(boolean named) {
        float[] values = new float[ROWS.length * TABLE.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ROWS[i / TABLE.width()][i % TABLE.width()];
        }
        Samples samples = Samples.ofFloats(values, TABLE);
        return new Dataset("data", samples, named ? LABELS : null).withIds(named ? ids() : null);
    }

    private void isKept(String name, Table table) throws IOException {
        Path file = directory.resolve(name);
        CsvExport.write(file, table);
        assertThat(file).hasSameBinaryContentAs(kept(name));
    }

    private static Path kept(String name) {
        try {
            URL url = Objects.requireNonNull(ExportedFilesTest.class.getResource(name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void mapOfAFit() throws IOException {
        isKept("embedding.csv", EmbeddingCsv.table(MAP, LABELS, ERRORS));
        isKept("embedding-alone.csv", EmbeddingCsv.table(MAP, null, null));
    }

    @Test
    void exportedMap() throws IOException {
        isKept("map.csv", MapTable.of("map", MAP, ids(), LABELS, ERRORS));
        isKept("map-alone.csv", MapTable.of("map", MAP, null, null, null));
    }

    @Test
    void placedRows() throws IOException {
        isKept("placed.csv", PlacedTable.of(dataset(true), new Placed(MAP, ERRORS, 0.3), Explained.unknown()));
        isKept(
                "placed-alone.csv",
                PlacedTable.of(dataset(false), new Placed(MAP, ERRORS, Double.NaN), Explained.unknown()));
    }

    @Test
    void placedRowsHaveTheShareThatIsExplainedWhereTheModelKnowsIt() throws IOException {
        Explained known = new Explained(0.5, new double[0], 2, new float[0]);
        Path file = directory.resolve("share.csv");
        CsvExport.write(
                file, PlacedTable.of(dataset(false), new Placed(MAP, new float[] {1, 3, Float.NaN}, 0.3), known));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).endsWith(",error,explainedShare,explained");
        assertThat(lines.get(1)).endsWith(",1.0,0.5,false");
        assertThat(lines.get(2)).endsWith(",3.0,-0.5,false");
        assertThat(lines.get(3)).endsWith(",,,false");
    }

    @Test
    void rowsAndHowWellTheMapExplainsThem() throws IOException {
        ExplainedRows all = new ExplainedRows(MAP, LABELS, ids(), ERRORS, DENSITIES, -1, List.of());
        isKept("rows.csv", all.table(new int[] {2, 0, 1}));
        ExplainedRows alone = new ExplainedRows(MAP, null, null, ERRORS, DENSITIES, -1, List.of());
        isKept("rows-alone.csv", alone.table(new int[] {1}));
    }

    @Test
    void samples() throws IOException {
        float[][] places = {{0, 1.5f}, {-3, 4}, {1e10f, 1e-10f}};
        isKept("samples.csv", SamplesTable.of(places, ROWS, TABLE));
        isKept("samples-none.csv", SamplesTable.of(new float[0][], new float[0][], TABLE));
        float[][] picture = {{0, 0.5f, 255, 1e-4f}};
        Schema square = new Schema.Picture(2, 2, 1);
        isKept("samples-pictures.csv", SamplesTable.of(new float[][] {{1, 2, 3, 4}}, picture, square));
    }

    @Test
    void dataset() throws IOException {
        isKept("table.csv", DatasetTable.of(dataset(true), "name", null));
        isKept("table-alone.csv", DatasetTable.of(dataset(false), null, null));
    }

    @Test
    void overlapOfClasses() throws IOException {
        double[][] shares = {{0.75, 0.25, 0}, {0.5, 0.5, 0}, {1.0 / 3, 1.0 / 3, 1.0 / 3}};
        double[][] mixture = {{0.5, 0.5, 0}, {0, 1, 0}, {Double.NaN, Double.NaN, Double.NaN}};
        List<String> names = List.of("a,b", "c", "d");
        isKept("overlap.csv", OverlapTable.of(new ClassOverlap(names, new int[] {4, 4, 3}, shares, mixture)));
    }

    @Test
    void aTableCanBeReadAgain() throws IOException {
        Table table = PlacedTable.of(dataset(true), new Placed(MAP, ERRORS, 0.3), Explained.unknown());
        isKept("placed.csv", table);
        isKept("placed.csv", table);
    }
}

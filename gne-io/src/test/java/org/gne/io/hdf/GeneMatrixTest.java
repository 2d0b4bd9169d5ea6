package org.gne.io.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.CountFacts;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a biologist is told of a matrix of genes. */
class GeneMatrixTest {

    private static final int CELLS = 3;

    private static final int GENES = 24;

    @TempDir
    Path directory = Path.of("");

    private static double[][] counts() {
        double[][] counts = new double[CELLS][GENES];
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < GENES; j++) {
                counts[i][j] = (i + j) % 4;
            }
        }
        counts[1] = new double[GENES];
        return counts;
    }

    private static double[][] logarithms(double[][] counts) {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).map(Math::log1p).toArray())
                .toArray(double[][]::new);
    }

    private static void names(WritableGroup group, String index, String prefix, int n) {
        group.putAttribute("_index", index);
        group.putDataset(index, IntStream.range(0, n).mapToObj(i -> prefix + i).toArray(String[]::new));
    }

    private String write(String name, double[][] x, double[][] raw) {
        Path file = directory.resolve(name);
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("X", x);
            names(hdf.putGroup("obs"), "cell", "cell", CELLS);
            names(hdf.putGroup("var"), "gene", "MT-", GENES);
            if (raw.length > 0) {
                WritableGroup group = hdf.putGroup("raw");
                group.putDataset("X", raw);
                names(group.putGroup("var"), "gene", "MT-", GENES);
            }
        }
        return file.toString();
    }

    private static boolean areCounts(Dataset data) {
        return ((Schema.Columns) data.samples().schema())
                .columns().stream().allMatch(column -> column.kind() == Column.Kind.COUNT);
    }

    @Test
    void logarithmsAreNoCountsAndRawIsOffered() {
        Dataset data = Inputs.read(write("log.h5ad", logarithms(counts()), counts()));
        assertThat(areCounts(data)).isFalse();
        assertThat(data.facts()).isEmpty();
        assertThat(data.notes())
                .contains(
                        "no counts: found 0.6931472 in cell 1, gene MT-1, as of logarithms; the genes are numbers with a"
                                + " squared error, --array raw/X reads counts");
        Dataset raw = Inputs.read(
                directory.resolve("log.h5ad").toString(), ReadOptions.defaults().withArray("raw/X"));
        assertThat(areCounts(raw)).isTrue();
        assertThat(raw.notes()).noneMatch(note -> note.startsWith("no counts"));
    }

    @Test
    void scaledAndBinaryValuesAreNoCountsEither() {
        double[][] scaled = counts();
        scaled[0][0] = -1.5;
        assertThat(Inputs.read(write("scaled.h5ad", scaled, new double[0][])).notes())
                .contains(
                        "no counts: found -1.5 in cell 1, gene MT-0; the genes are numbers with a squared error, counts give"
                                + " better maps, if there are any");
        double[][] present = counts();
        for (double[] row : present) {
            Arrays.setAll(row, j -> Math.min(1, row[j]));
        }
        assertThat(Inputs.read(write("binary.h5ad", present, new double[0][]))
                        .notes()
                        .toString())
                .contains("no counts: no value is above 1");
    }

    @Test
    void countsHaveFactsAndCellsWithoutCountsAreSaid() {
        Dataset data = Inputs.read(write("counts.h5ad", counts(), new double[0][]));
        assertThat(areCounts(data)).isTrue();
        assertThat(Objects.requireNonNull(CountFacts.find(data.facts(), CountFacts.TOTAL))
                        .values())
                .containsExactly(36, 0, 36);
        assertThat(data.notes())
                .contains(
                        "counts: 36 in the median row, in 18 columns, 100.0 % of them mitochondrial; 1 row has no counts at"
                                + " all");
    }

    @Test
    void aModelOfCountsRefusesLogarithmsAndNegativeCounts() {
        Schema model = Inputs.read(write("counts.h5ad", counts(), new double[0][]))
                .samples()
                .schema();
        ReadOptions options = ReadOptions.defaults().withSchema(model);
        String log = write("log.h5ad", logarithms(counts()), new double[0][]);
        assertThatThrownBy(() -> Inputs.read(log, options))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "found 0.6931472, expected a count as the model has (--array reads another matrix");
        double[][] negative = counts();
        negative[2][3] = -2;
        String file = write("negative.h5ad", negative, new double[0][]);
        assertThatThrownBy(() -> Inputs.read(file, options))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 3, column MT-3: found -2.0, expected a count");
    }

    @Test
    void totalsOfNewCellsAreThoseOfAllTheirGenes() {
        List<Column> some = List.of(Column.count("MT-1"), Column.count("MT-2"), Column.count("absent"));
        Dataset data = Inputs.read(
                write("counts.h5ad", counts(), new double[0][]),
                ReadOptions.defaults().withSchema(new Schema.Columns(some)));
        float[] row = new float[3];
        data.samples().read(0, row, 0);
        assertThat(row).containsExactly(1, 2, Float.NaN);
        assertThat(Objects.requireNonNull(CountFacts.find(data.facts(), CountFacts.TOTAL))
                        .values())
                .containsExactly(36, 0, 36);
    }
}

package org.gne.io.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code hdf_goldens.py}. */
class HdfTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void xOfAnnDataIsTheRows() throws IOException {
        for (String name : List.of("csr.h5ad", "csc.h5ad", "dense.h5ad", "old.h5ad")) {
            Dataset data = read(name, DEFAULTS.withColumns(ColumnChoice.ALL.withLabel("kind")));
            assertMatrix(data, 4, 1, 0);
            assertThat(Objects.requireNonNull(data.ids()).get(5)).isEqualTo("cell5");
            assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("B", "T");
            assertThat(data.labels().classes()).containsExactly(1, 0, -1, 1, 0, 1);
            if (!name.startsWith("old")) {
                assertThat(columns(data)).containsExactly("CD4", "CD8", "CD4_3", "MS4A1");
                assertThat(data.notes()).contains("1 gene has the name of another: the number is added to the name");
            }
        }
    }

    @Test
    void layersRawAndOtherMatricesAreReadByName() throws IOException {
        assertMatrix(read("csr.h5ad", DEFAULTS.withArray("counts")), 4, 2, 0);
        assertMatrix(read("csr.h5ad", DEFAULTS.withArray("layers/counts")), 4, 2, 0);
        Dataset raw = read("csr.h5ad", DEFAULTS.withArray("raw"));
        assertThat(columns(raw)).containsExactly("R1", "R2");
        assertMatrix(raw, 2, 1, 10);
        Dataset components = read("csr.h5ad", DEFAULTS.withArray("X_pca"));
        assertThat(columns(components)).containsExactly("X_pca_1", "X_pca_2");
        assertMatrix(components, 2, 1 / 3.0, 0);
        assertThat(read("csr.h5ad", DEFAULTS).notes())
                .contains("AnnData: X, 6 cells are the rows, 4 genes the columns (--array reads another matrix: raw/X,"
                        + " layers/counts, obsm/X_pca)");
        refuses(
                "csr.h5ad",
                DEFAULTS.withArray("y"),
                "no matrix 'y', expected one of X, raw/X, layers/counts, obsm/X_pca");
    }

    @Test
    void labelsAndIdsAreColumnsOfTheCells() throws IOException {
        Dataset data = read(
                "csr.h5ad",
                DEFAULTS.withColumns(ColumnChoice.ALL.withLabel("depth").withId("note")));
        assertThat(Objects.requireNonNull(data.target()).values()).containsExactly(0, 1.5, 3, 4.5, 6, 7.5);
        assertThat(Objects.requireNonNull(data.ids()).get(1)).isEqualTo("nöte 1");
        Dataset good = read("csr.h5ad", DEFAULTS.withColumns(ColumnChoice.ALL.withLabel("good")));
        assertThat(Objects.requireNonNull(good.labels()).names()).containsExactly("false", "true");
        refuses(
                "csr.h5ad",
                DEFAULTS.withColumns(ColumnChoice.ALL.withLabel("type")),
                "--label: no column 'type' in obs, expected one of _index, kind, depth");
        refuses("csr.h5ad", DEFAULTS.withColumns(ColumnChoice.ALL.withColumns(List.of("CD4"))), "expected no choice");
    }

    @Test
    void whatIsKnownOfTheCellsIsATable() throws IOException {
        Path file = copy("csr.h5ad");
        try (Table table = Objects.requireNonNull(Inputs.table(file.toString(), DEFAULTS));
                Table.Rows rows = table.rows()) {
            rows.next();
            rows.next();
            assertThat(rows.text(0)).isEqualTo("cell1");
            assertThat(rows.text(1)).isEqualTo("B");
            assertThat(rows.number(2)).isEqualTo(1.5);
            assertThat(rows.number(6)).isNaN();
        }
        Dataset data = read("csr.h5ad", DEFAULTS.withArray("obs"));
        assertThat(columns(data)).contains("kind", "depth", "good", "maybe");
    }

    @Test
    void cellsOf10xAreTheRows() throws IOException {
        for (Dataset data : List.of(read("tenx3.h5", DEFAULTS), read("tenx2.h5", DEFAULTS.withArray("mm10")))) {
            assertMatrix(data, 4, 1, 0);
            assertThat(columns(data)).containsExactly("CD4", "CD8", "CD4_ENSG2", "MS4A1");
            assertThat(Objects.requireNonNull(data.ids()).get(0)).isEqualTo("AAA-0");
        }
        assertMatrix(read("tenx3.h5", DEFAULTS.withLimit(3)), 4, 1, 0);
        refuses("tenx2.h5", DEFAULTS, "found the matrices of 2 genomes (hg19, mm10)");
    }

    @Test
    void cellsOfLoomAreTheRows() throws IOException {
        Dataset data = read("cells.loom", DEFAULTS.withColumns(ColumnChoice.ALL.withLabel("kind")));
        assertMatrix(data, 4, 1, 0);
        assertThat(columns(data)).containsExactly("CD4", "CD8", "CD4_3", "MS4A1");
        assertThat(data.samples().schema())
                .isEqualTo(new Schema.Columns(List.of(
                        Column.count("CD4"), Column.count("CD8"), Column.count("CD4_3"), Column.count("MS4A1"))));
        assertThat(Objects.requireNonNull(data.ids()).get(5)).isEqualTo("cell5");
        assertThat(Objects.requireNonNull(data.labels()).classes()).containsExactly(1, 0, 0, 1, 0, 1);
        assertMatrix(read("cells.loom", DEFAULTS.withArray("spliced")), 4, 2, 0);
        assertMatrix(read("cells.loom", DEFAULTS.withLimit(2)), 4, 1, 0);
        refuses("cells.loom", DEFAULTS.withArray("other"), "no matrix 'other', expected one of matrix, spliced");
        refuses(
                "cells.loom",
                DEFAULTS.withColumns(ColumnChoice.ALL.withLabel("day")),
                "--label: no column 'day' in col_attrs");
    }

    @Test
    void otherFilesAreArrays() throws IOException {
        Dataset data =
                read("arrays.h5", DEFAULTS.withArray("train/x").withColumns(ColumnChoice.ALL.withLabel("train/y")));
        assertThat(data.samples().size()).isEqualTo(20);
        float[] row = new float[3];
        data.samples().read(19, row, 0);
        Schema.Columns schema = (Schema.Columns) data.samples().schema();
        Column last = schema.columns().get(2);
        assertThat(last.origin() + last.unit() * row[2]).isEqualTo(59 / 7.0, within(1e-6));
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("a", "b");
        assertThat(read("arrays.h5", DEFAULTS.withArray("images")).samples().schema())
                .isEqualTo(new Schema.Picture(3, 4, 1));
        assertThat(read("arrays.h5", DEFAULTS.withArray("flags")).samples().width())
                .isEqualTo(2);
        refuses("arrays.h5", DEFAULTS, "found 5 arrays for the rows (train/x, train/y, images, large, flags)");
        refuses("arrays.h5", DEFAULTS.withArray("link"), "no array 'link'");
        Path broken = Files.writeString(directory.resolve("b.h5"), "no HDF5");
        assertThatThrownBy(() -> Inputs.read(broken.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(broken + ": is damaged HDF5");
    }

    private static void assertMatrix(Dataset data, int width, double factor, double plus) {
        assertThat(data.samples().width()).isEqualTo(width);
        for (int i = 0; i < data.samples().size(); i++) {
            int row = i;
            float[] values = new float[width];
            data.samples().read(i, values, 0);
            assertThat(values)
                    .containsExactly(IntStream.range(0, width)
                            .mapToObj(j -> (float) (((row + j) % 2 == 1 ? row * j % 4 : 0) * factor + plus))
                            .toArray(Float[]::new));
        }
    }

    private static List<String> columns(Dataset data) {
        return ((Schema.Columns) data.samples().schema())
                .columns().stream().map(Column::name).toList();
    }

    private void refuses(String name, ReadOptions options, String message) {
        assertThatThrownBy(() -> read(name, options))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }

    private Dataset read(String name, ReadOptions options) throws IOException {
        return Inputs.read(copy(name).toString(), options);
    }

    private Path copy(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            try (InputStream in = Objects.requireNonNull(HdfTest.class.getResourceAsStream(name))) {
                Files.copy(in, file);
            }
        }
        return file;
    }
}

package org.gne.io.hdf;

import io.jhdf.api.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.sparse.DifferentNames;
import org.gne.io.sparse.NoCounts;
import org.gne.io.sparse.SparseMatrix;

/**
 * Loom files (version 2 and 3 of linnarssonlab.org/loompy): a dense {@code matrix} with a line for each gene, and attributes of genes and
 * cells. Cells are the rows.
 */
final class Loom {

    private static final String MATRIX = "matrix";

    private static final String CELLS = "col_attrs";

    private static final String GENES = "row_attrs";

    private Loom() {}

    /** Whether a file is one. */
    static boolean is(Hdf file) {
        return file.names("").containsAll(List.of(MATRIX, CELLS, GENES));
    }

    /** What is known of the cells. */
    static AnnotationTable cells(Hdf file) {
        return AnnotationTable.ofLoom(file, CELLS, List.of("CellID", "obs_names", "cell_names", "cell_id"));
    }

    /**
     * Reads the matrix, or the layer that {@link ReadOptions#array} names. Labels and ids are attributes of the cells.
     *
     * @throws InputException if there is no such layer or attribute, or it is damaged
     */
    static Dataset read(Hdf file, ReadOptions options) throws IOException {
        ColumnChoice choice = options.columns();
        if (!choice.withLabel(null).withId(null).withoutCounts().equals(ColumnChoice.ALL)) {
            throw new InputException(
                    file.name() + ": is a matrix of genes, expected no choice of columns beside --label"
                            + " and --id, which name attributes of the cells");
        }
        String path = path(file, options);
        AnnotationTable cells = cells(file);
        List<String> names = AnnotationTable.ofLoom(
                        file, GENES, List.of("Gene", "var_names", "gene_names", "Accession"))
                .names();
        List<String> notes = new ArrayList<>();
        Samples rows = rows(file, path, cells.size(), names, options, notes);
        notes.addAll(NoCounts.note(rows, List::of));
        return cells.describe(new Dataset(file.name(), rows, null).withNotes(notes), options);
    }

    private static String path(Hdf file, ReadOptions options) {
        String asked = options.array();
        if (asked == null || asked.equals(MATRIX)) {
            return MATRIX;
        }
        String layer = asked.startsWith("layers/") ? asked : "layers/" + asked;
        Node node = file.find(layer);
        if (node == null) {
            List<String> all = new ArrayList<>(List.of(MATRIX));
            all.addAll(file.names("layers"));
            throw new InputException(
                    file.name() + ": --array: no matrix '" + asked + "', expected one of " + String.join(", ", all));
        }
        return layer;
    }

    private static Samples rows(
            Hdf file, String path, int cells, List<String> genes, ReadOptions options, List<String> notes)
            throws IOException {
        HdfNumbers values = HdfNumbers.of(file, path);
        int[] axes = values.axes();
        if (axes.length != 2 || axes[0] != genes.size() || axes[1] != cells) {
            throw new InputException(file.place(path) + ": found the axes " + Arrays.toString(axes) + ", expected the "
                    + genes.size() + " genes and " + cells + " cells that have names");
        }
        List<String> numbers = new ArrayList<>();
        for (int j = 1; j <= genes.size(); j++) {
            numbers.add("" + j);
        }
        DifferentNames different = DifferentNames.of(genes, numbers);
        notes.add("Loom: " + path + ", " + cells + " cells are the rows, " + genes.size() + " genes the columns");
        if (different.renamed() > 0) {
            notes.add(different.renamed() + (different.renamed() == 1 ? " gene has" : " genes have")
                    + " the name of another: the number is added to the name");
        }
        try (SparseMatrix matrix = new SparseMatrix(file.place(path), cells, genes.size(), options)) {
            values.blocks(0, axes[0], (block, first, n) -> {
                for (int i = 0; i < n * cells; i++) {
                    double value =
                            values.element().number(block, i * values.element().bytes());
                    long gene = first + i / cells;
                    if (value != 0) {
                        matrix.add("gene " + gene, i % cells, gene, value);
                    }
                }
            });
            return matrix.rows(different.names());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

package org.gne.io.hdf;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.sparse.DifferentNames;
import org.gne.io.sparse.NoCounts;
import org.gne.io.sparse.SparseMatrix;

/** AnnData files, {@code .h5ad}: a matrix of cells and genes, and what is known of both. */
final class AnnData {

    /** The number of values by which matrices are known to be counts. */
    private static final int LOOKED_AT = 1 << 16;

    private final Hdf file;
    private final String path;
    private final String genes;
    private final List<String> notes = new ArrayList<>();

    private AnnData(Hdf file, String path) {
        this.file = file;
        this.path = path;
        this.genes = path.startsWith("raw/") ? "raw/var" : path.startsWith("obsm/") ? "" : "var";
    }

    /** Whether a file is one. */
    static boolean is(Hdf file) {
        return file.names("").containsAll(List.of("obs", "var"));
    }

    /**
     * Reads a matrix: {@code X}, or the one that {@link ReadOptions#array} names, such as {@code layers/counts}, {@code raw} or {@code
     * obsm/X_pca}. Labels and ids are columns of {@code obs}.
     *
     * @throws InputException if there is no such matrix or column, or it is damaged
     */
    static Dataset read(Hdf file, ReadOptions options) throws IOException {
        AnnData data = new AnnData(file, path(file, options));
        ColumnChoice choice = options.columns();
        if (!choice.withLabel(null).withId(null).withoutCounts().equals(ColumnChoice.ALL)) {
            throw new InputException(
                    file.name() + ": is a matrix of genes, expected no choice of columns beside --label and"
                            + " --id, which name columns of obs");
        }
        AnnotationTable cells = AnnotationTable.of(file, "obs");
        Samples rows = data.rows(cells.size(), options);
        if (!data.genes.isEmpty()) {
            data.notes.addAll(NoCounts.note(rows, data::counts));
        }
        return cells.describe(new Dataset(file.name(), rows, null).withNotes(data.notes), options);
    }

    private static String path(Hdf file, ReadOptions options) {
        List<String> all = matrices(file);
        String asked = options.array();
        if (asked == null && all.contains("X")) {
            return "X";
        }
        for (String path : asked == null ? List.<String>of() : all) {
            if (path.equals(asked) || path.endsWith("/" + asked) || path.equals(asked + "/X")) {
                return path;
            }
        }
        throw new InputException(
                file.name() + ": " + (asked == null ? "found no X" : "--array: no matrix '" + asked + "'")
                        + ", expected one of " + String.join(", ", all) + (asked == null ? " with --array" : ""));
    }

    /** The other matrices of genes that begin with counts. */
    private List<String> counts() {
        return matrices(file).stream()
                .filter(other -> !other.equals(path) && !other.startsWith("obsm/") && beginsWithCounts(other))
                .toList();
    }

    private boolean beginsWithCounts(String matrix) {
        String values = file.find(matrix) instanceof Group ? matrix + "/data" : matrix;
        if (!(file.find(values) instanceof io.jhdf.api.Dataset)) {
            return false;
        }
        HdfNumbers numbers = HdfNumbers.of(file, values);
        boolean[] found = {true, false};
        int width = (int) numbers.rowLength();
        numbers.blocks(0, Math.min(numbers.axes()[0], Math.max(1, LOOKED_AT / width)), (block, first, n) -> {
            for (int i = 0; i < n * width; i++) {
                double value =
                        numbers.element().number(block, i * numbers.element().bytes());
                found[0] &= value >= 0 && value == Math.rint(value);
                found[1] |= value > 1;
            }
        });
        return found[0] && found[1];
    }

    private static List<String> matrices(Hdf file) {
        List<String> all = new ArrayList<>();
        if (file.find("X") != null) {
            all.add("X");
        }
        if (file.find("raw/X") != null) {
            all.add("raw/X");
        }
        file.names("layers").forEach(layer -> all.add("layers/" + layer));
        file.names("obsm").forEach(layer -> all.add("obsm/" + layer));
        return all;
    }

    private Samples rows(int cells, ReadOptions options) throws IOException {
        Node node = file.find(path);
        List<String> others = new ArrayList<>(matrices(file));
        others.remove(path);
        if (node instanceof Group) {
            try (SparseMatrix matrix = sparse().read(options)) {
                requireCells(matrix.height(), cells);
                Samples rows = matrix.rows(names(matrix.width()));
                note(cells, matrix.width(), others);
                return rows;
            }
        }
        HdfNumbers dense = HdfNumbers.of(file, path);
        int[] axes = dense.axes();
        if (axes.length != 2 || axes[1] < 1 || axes[1] > SparseMatrix.MOST_COLUMNS) {
            throw new InputException(file.place(path) + ": found the axes " + Arrays.toString(axes)
                    + ", expected rows of 1 to " + SparseMatrix.MOST_COLUMNS + " columns");
        }
        requireCells(axes[0], cells);
        note(cells, axes[1], others);
        return new DenseMatrix(dense, axes[1], Math.min(cells, options.limit())).read(names(axes[1]), options);
    }

    private void note(int cells, int width, List<String> others) {
        notes.add("AnnData: " + path + ", " + cells + " cells are the rows, " + width
                + (genes.isEmpty() ? " values" : " genes") + " the columns"
                + (others.isEmpty() ? "" : " (--array reads another matrix: " + String.join(", ", others) + ")"));
    }

    private void requireCells(int found, int cells) {
        if (found != cells || cells == 0) {
            throw new InputException(
                    file.place(path) + ": found " + found + " rows, expected the " + cells + " of obs, at least 1");
        }
    }

    private CompressedMatrix sparse() {
        String kind = file.text(path, "encoding-type");
        kind = kind == null ? file.text(path, "h5sparse_format") : kind;
        Object shape = file.attribute(path, "shape");
        shape = shape == null ? file.attribute(path, "h5sparse_shape") : shape;
        boolean rows = "csr_matrix".equals(kind) || "csr".equals(kind);
        if (!rows && !"csc_matrix".equals(kind) && !"csc".equals(kind)) {
            throw new InputException(file.place(path) + ": found the kind " + kind
                    + ", expected csr_matrix, csc_matrix or a" + " dense array");
        }
        boolean sizes = shape instanceof long[] || shape instanceof int[];
        if (shape == null || !sizes || Array.getLength(shape) != 2) {
            throw new InputException(file.place(path) + ": found no shape of 2 axes, expected one");
        }
        long height = Array.getLong(shape, 0);
        long width = Array.getLong(shape, 1);
        return new CompressedMatrix(file, path, height, width, rows);
    }

    private List<String> names(int width) {
        if (genes.isEmpty()) {
            String prefix = path.substring(path.lastIndexOf('/') + 1);
            return IntStream.range(0, width)
                    .mapToObj(i -> prefix + "_" + (i + 1))
                    .toList();
        }
        List<String> names = AnnotationTable.of(file, genes).names();
        if (names.size() != width) {
            throw new InputException(
                    file.place(genes) + ": found " + names.size() + " genes, expected " + width + " as in " + path);
        }
        List<String> numbers =
                IntStream.range(0, width).mapToObj(i -> "" + (i + 1)).toList();
        DifferentNames different = DifferentNames.of(names, numbers);
        if (different.renamed() > 0) {
            notes.add(different.renamed() + (different.renamed() == 1 ? " gene has" : " genes have")
                    + " the name of another: the number is added to the name");
        }
        return different.names();
    }
}

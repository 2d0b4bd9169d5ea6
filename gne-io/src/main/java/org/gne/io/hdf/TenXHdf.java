package org.gne.io.hdf;

import java.io.IOException;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.sparse.DifferentNames;
import org.gne.io.sparse.SparseMatrix;
import org.gne.io.sparse.TenX;

/** The HDF5 files of 10x Genomics: version 3 has one group {@code matrix}, version 2 a group for each genome. Cells are the rows. */
final class TenXHdf {

    private static final String MATRIX = "matrix";

    private TenXHdf() {}

    /** The groups with a matrix of cells; none if the file is another kind. */
    static List<String> groups(Hdf file) {
        return file.names("").stream()
                .filter(group ->
                        file.names(group).containsAll(List.of("barcodes", "data", "indices", "indptr", "shape")))
                .toList();
    }

    /**
     * Reads the matrix.
     *
     * @param groups what {@link #groups} found, at least one
     * @throws InputException if it is damaged, or there are several and none was chosen
     */
    static Dataset read(Hdf file, List<String> groups, ReadOptions options) throws IOException {
        String asked = options.array();
        if (asked != null && !groups.contains(asked)) {
            throw new InputException(
                    file.name() + ": --array: no matrix '" + asked + "', expected one of " + String.join(", ", groups));
        }
        if (asked == null && groups.size() > 1) {
            throw new InputException(file.name() + ": found the matrices of " + groups.size() + " genomes ("
                    + String.join(", ", groups) + "), expected to be told which, such as --array " + groups.get(0));
        }
        if (!options.columns().withoutCounts().equals(ColumnChoice.ALL)) {
            throw new InputException(
                    file.name() + ": is a matrix of 10x Genomics, expected no choice of columns, labels or"
                            + " ids (classes can be another file: --labels)");
        }
        String group = asked == null ? groups.get(0) : asked;
        boolean third = group.equals(MATRIX) && !file.names(group + "/features").isEmpty();
        List<String> symbols = HdfTexts.of(file, group + (third ? "/features/name" : "/gene_names"));
        List<String> ids = HdfTexts.of(file, group + (third ? "/features/id" : "/genes"));
        if (symbols.size() != ids.size()) {
            throw new InputException(file.place(group) + ": found " + symbols.size() + " names and " + ids.size()
                    + " ids of genes, expected as many");
        }
        String place = file.place(group + "/shape");
        double[] shape = HdfNumbers.of(file, group + "/shape").all();
        if (shape.length != 2) {
            throw new InputException(place + ": found " + shape.length + " sizes, expected 2");
        }
        // The matrix has a column for each cell, and the columns are its lines.
        CompressedMatrix stored = new CompressedMatrix(file, group, (long) shape[1], (long) shape[0], true);
        boolean typed = third && file.names(group + "/features").contains("feature_type");
        List<String> types = typed ? HdfTexts.of(file, group + "/features/feature_type") : List.of();
        TenX cells = new TenX(HdfTexts.of(file, group + "/barcodes"), DifferentNames.of(symbols, ids), types);
        try (SparseMatrix counts = stored.read(options)) {
            return cells.dataset(file.name(), counts);
        }
    }
}

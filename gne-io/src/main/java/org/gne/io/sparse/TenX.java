package org.gne.io.sparse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.jspecify.annotations.Nullable;

/**
 * What 10x Genomics writes beside a matrix of counts: the names of the cells, which are its columns, and of the genes, which are its
 * rows.
 *
 * @param barcodes the ids of the cells
 * @param genes the names of the genes
 * @param types the type of each gene, empty if types are not known: {@value #GENES}, or other features such as antibodies
 * @hidden internal
 */
public record TenX(List<String> barcodes, DifferentNames genes, List<String> types) {

    /** The type of features that are genes. */
    private static final String GENES = "Gene Expression";

    /** A file in a folder, plain or packed as gzip; null if there is none. */
    static @Nullable Path file(Path folder, String name) {
        for (String each : List.of(name, name + ".gz")) {
            Path file = folder.resolve(each);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    /** What lies beside a matrix, null if it is no matrix of 10x. */
    static @Nullable TenX beside(InputSource matrix) throws IOException {
        Path path = matrix.path().toAbsolutePath();
        Path folder = path.getParent();
        Path name = path.getFileName();
        if (folder == null || name == null) {
            return null;
        }
        String prefix = name.toString().replaceAll("matrix\\.mtx(\\.gz)?$", "");
        if (prefix.equals(name.toString())) {
            return null;
        }
        Path barcodes = file(folder, prefix + "barcodes.tsv");
        Path features = file(folder, prefix + "features.tsv");
        Path genes = features != null ? features : file(folder, prefix + "genes.tsv");
        if (barcodes == null || genes == null) {
            return null;
        }
        List<String> symbols = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (String line : lines(genes)) {
            String[] fields = line.split("\t", -1);
            symbols.add(fields.length > 1 ? fields[1] : fields[0]);
            ids.add(fields[0]);
            if (fields.length > 2) {
                types.add(fields[2]);
            }
        }
        boolean typed = types.size() == ids.size();
        return new TenX(lines(barcodes), DifferentNames.of(symbols, ids), typed ? types : List.of());
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(InputSource.of(file.toString()).open(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /**
     * The cells as rows.
     *
     * @param counts one row for each cell
     * @throws InputException if the numbers of cells or genes differ
     */
    public Dataset dataset(String name, SparseMatrix counts) throws IOException {
        if (counts.height() != barcodes.size()
                || counts.width() != genes.names().size()) {
            throw new InputException(name + ": found a matrix of " + counts.width() + " genes and " + counts.height()
                    + " cells, expected the " + genes.names().size() + " and " + barcodes.size() + " that have names");
        }
        Samples rows = counts.rows(genes.names());
        Ids.Builder ids = new Ids.Builder();
        barcodes.subList(0, rows.size()).forEach(ids::add);
        List<String> notes = new ArrayList<>();
        notes.add("a matrix of 10x Genomics: " + counts.height() + " cells are the rows, " + counts.width()
                + " genes the columns");
        if (genes.renamed() > 0) {
            notes.add(genes.renamed() + (genes.renamed() == 1 ? " gene has" : " genes have")
                    + " the name of another: the id is added to the name");
        }
        rows = genes(rows, notes);
        notes.addAll(NoCounts.note(rows, List::of));
        return new Dataset(name, rows, null).withIds(ids.build()).withNotes(notes);
    }

    /** The genes of rows that also have other features: antibodies have far more counts than any gene. */
    private Samples genes(Samples rows, List<String> notes) {
        int[] kept = IntStream.range(0, types.size())
                .filter(j -> types.get(j).equals(GENES))
                .toArray();
        if (types.size() != rows.width() || kept.length == 0 || kept.length == rows.width()) {
            return rows;
        }
        Set<String> others = new TreeSet<>(types);
        others.remove(GENES);
        notes.add((rows.width() - kept.length) + " features that are no genes are left out: "
                + String.join(", ", others));
        return rows.columns(kept, ((Schema.Columns) rows.schema()).chosen(kept));
    }
}

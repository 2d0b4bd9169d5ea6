package org.gne.cli.input;

import java.util.List;
import java.util.Locale;
import org.gne.data.Dataset;
import org.gne.data.SparseSamples;
import org.gne.data.VariableColumns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns of a sparse matrix of counts are used: genes of cells, words of texts. */
final class GeneSettings {

    private static final int USUAL = 2000;

    @Option(
            names = "--genes",
            paramLabel = "N|all",
            description =
                    "Of a sparse matrix of counts, use the N columns whose counts vary most beyond chance, or all; default:"
                            + " 2000.")
    private @Nullable String genes;

    /**
     * Chooses the columns of data that is to be fitted.
     *
     * @throws IllegalArgumentException if the option is given for other data, or is no number
     */
    Dataset choose(Dataset data) {
        Integer most = most();
        if (!(data.samples() instanceof SparseSamples counts)
                || !counts.schema().areCounts()) {
            if (genes != null) {
                throw new IllegalArgumentException(
                        "--genes: found " + data.name()
                                + ", which is no sparse matrix of counts, expected one (--array reads another matrix of the file)");
            }
            return data;
        }
        int width = counts.width();
        if (most == null || most >= width) {
            return data;
        }
        String note = String.format(
                Locale.ROOT,
                "counts: the %,d of %,d columns that vary most beyond chance are used (--genes N for another number, --genes"
                        + " all for all)",
                most,
                width);
        return data.withSamples(VariableColumns.choose(counts, most)).withNotes(List.of(note));
    }

    private @Nullable Integer most() {
        if (genes == null) {
            return USUAL;
        }
        if (genes.equals("all")) {
            return null;
        }
        if (!genes.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("--genes: found " + genes + ", expected a number above 0, or all");
        }
        return Integer.valueOf(genes);
    }
}

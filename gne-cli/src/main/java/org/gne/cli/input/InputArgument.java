package org.gne.cli.input;

import java.nio.file.Path;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import picocli.CommandLine.Parameters;

/** The parameter INPUT, and the options that say how it is read. */
public final class InputArgument extends InputSettings {

    /** The possible values of {@code INPUT}, for help texts. */
    public static final String ACCEPTED =
            "mnist, mnist-test, a file (CSV, TSV, Excel, NumPy .npy or .npz, safetensors, Parquet, Arrow, JSON, Matrix Market, AnnData, Loom and other HDF5, SVMlight, IDX, or a zip or tar of such files or images), a folder"
                    + " of images or tables, a pattern ('parts/*.csv'), an SQL query over such files (\"select ...\"), the address of a file"
                    + " (https://...), or of a database (jdbc:sqlite:shop.db) with --query.";

    @Parameters(index = "0", paramLabel = "INPUT", description = ACCEPTED)
    private String input = "";

    /**
     * Reads the data.
     *
     * @throws org.gne.io.InputException if it cannot be read
     * @throws IllegalArgumentException if an option is out of range
     */
    public Dataset read() {
        return read(input, (Schema) null);
    }

    /**
     * Reads the data, as {@link #read()}.
     *
     * @param vectors the file that keeps the vectors of texts
     */
    public Dataset read(Path vectors) {
        return read(input, null, vectors);
    }

    /** The input as given. */
    public String input() {
        return input;
    }
}

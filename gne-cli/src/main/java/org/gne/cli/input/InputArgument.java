package org.gne.cli.input;

import org.gne.data.Dataset;
import picocli.CommandLine.Parameters;

/** The data of a command that takes nothing else: INPUT and how it is read. */
public final class InputArgument extends InputSettings {

    /** What {@code INPUT} may be, for help. */
    public static final String ACCEPTED =
            "mnist, mnist-test, a file (CSV, TSV, NumPy .npy or .npz, safetensors, Parquet, JSON lines, IDX), a"
                    + " folder of pictures, or an SQL query over such files (\"select ...\").";

    @Parameters(index = "0", paramLabel = "INPUT", description = ACCEPTED)
    private String input = "";

    /**
     * Reads the data.
     *
     * @throws org.gne.io.InputException if it can not be read
     * @throws IllegalArgumentException if an option is out of range
     */
    public Dataset read() {
        return read(input, null);
    }
}

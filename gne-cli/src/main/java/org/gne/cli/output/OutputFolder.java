package org.gne.cli.output;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --out} of a command that writes a folder. */
public final class OutputFolder {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the results, made if need be; default: ${DEFAULT-VALUE}.")
    private Path path;

    /**
     * @param byDefault where results go unless the caller says otherwise
     */
    public OutputFolder(String byDefault) {
        path = Path.of(byDefault);
    }

    /** The folder that was asked for; it may not be there yet. */
    public Path path() {
        return path;
    }

    /**
     * Makes the folder and tries it before the work begins.
     *
     * @throws org.gne.io.InputException if it can not be made or written to
     */
    public ResultFolder open() {
        return ResultFolder.open(path);
    }
}

package org.gne.cli.output;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --out} of a command that writes a folder. */
public final class OutputFolder {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the results, created if necessary; default: ${DEFAULT-VALUE}.")
    private Path path;

    /**
     * @param byDefault the default folder
     */
    public OutputFolder(String byDefault) {
        path = Path.of(byDefault);
    }

    /**
     * The folder; it may not exist yet.
     *
     * @throws IllegalArgumentException if its name is empty
     */
    public Path path() {
        if (path.toString().isEmpty()) {
            throw new IllegalArgumentException("--out: found an empty name, expected a folder (. is the current one)");
        }
        return path;
    }

    /**
     * Creates the folder and checks that it can be written to, before the work begins.
     *
     * @throws org.gne.io.InputException if it cannot be created or written to
     */
    public ResultFolder open() {
        return ResultFolder.open(path());
    }
}

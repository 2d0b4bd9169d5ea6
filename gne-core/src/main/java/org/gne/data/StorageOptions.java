package org.gne.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where rows are stored while they are used.
 *
 * @param heapBytes the largest number of bytes of rows on the Java heap; if there are more, all rows go to a file
 * @param directory the folder of that file, which does not outlive the process
 */
public record StorageOptions(long heapBytes, Path directory) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the number of bytes is negative
     */
    public StorageOptions {
        if (heapBytes < 0) {
            throw new IllegalArgumentException("heap: found " + heapBytes + " bytes, expected at least 0");
        }
    }

    /** On the heap while the rows fill less than half of it, else in a file in the system's temporary folder. */
    public static StorageOptions automatic() {
        return new StorageOptions(
                Runtime.getRuntime().maxMemory() / 2, Path.of(System.getProperty("java.io.tmpdir", ".")));
    }

    /**
     * The folder, which must exist.
     *
     * @throws IOException if it does not
     */
    public Path existingDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException(directory + ": the folder for temporary files is missing, expected it to exist, or"
                    + " another one (--scratch)");
        }
        return directory;
    }

    /** All rows in a file. */
    public StorageOptions onDisk() {
        return new StorageOptions(0, directory);
    }

    /** The same options with another folder for the file. */
    public StorageOptions in(Path value) {
        return new StorageOptions(heapBytes, value);
    }
}

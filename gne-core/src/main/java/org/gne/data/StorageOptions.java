package org.gne.data;

import java.nio.file.Path;

/**
 * Where rows are kept while they are worked on.
 *
 * @param heapBytes as many bytes of rows as may lie on the Java heap; where there are more, all go to
 *     a file
 * @param directory for that file, which is gone when the process ends, however it ends
 */
public record StorageOptions(long heapBytes, Path directory) {

    public StorageOptions {
        if (heapBytes < 0) {
            throw new IllegalArgumentException("heap: found " + heapBytes + " bytes, expected at least 0");
        }
    }

    /** On the heap up to half of it, then in a file where the system keeps temporary ones. */
    public static StorageOptions automatic() {
        return new StorageOptions(
                Runtime.getRuntime().maxMemory() / 2, Path.of(System.getProperty("java.io.tmpdir", ".")));
    }

    /** All rows in a file. */
    public StorageOptions onDisk() {
        return new StorageOptions(0, directory);
    }

    /** The same with the file elsewhere. */
    public StorageOptions in(Path value) {
        return new StorageOptions(heapBytes, value);
    }
}

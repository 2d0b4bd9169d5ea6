package org.gne.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The native library of DuckDB, which it unpacks to the temporary folder, 60 MB, and deletes at the end of the process. After a kill it would
 * stay. On Linux a loaded library works without its file, so that it is deleted at once; elsewhere nothing is done.
 */
final class UnpackedLibrary {

    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final String NAME = "libduckdb_java";

    private UnpackedLibrary() {}

    /** Deletes the file of the loaded library, if it is in the temporary folder. */
    static void delete() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath();
        if (!Files.isReadable(MAPS)) {
            return;
        }
        try (Stream<String> lines = Files.lines(MAPS)) {
            for (String line : (Iterable<String>) lines::iterator) {
                int at = line.indexOf('/');
                Path file = at < 0 ? MAPS : Path.of(line.substring(at).replace(" (deleted)", ""));
                boolean unpacked = folder.equals(file.getParent())
                        && String.valueOf(file.getFileName()).startsWith(NAME);
                if (unpacked && Files.deleteIfExists(file)) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            // The process deletes the file at its end.
        }
    }
}

package org.gne.bench.zoo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * A table as the text that a user would have.
 *
 * @param name the name of the file, without ending
 * @param lines the header, then a line for each row, as CSV
 * @param label the column of classes or of a number for each row, or null
 * @param clean whether the classes are so far apart that the values of a row tell its class
 */
record ZooTable(String name, List<String> lines, @Nullable String label, boolean clean) {

    ZooTable {
        lines = List.copyOf(lines);
    }

    /** Writes {@code NAME.csv}. */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve(name + ".csv");
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
        return file;
    }

    @Override
    public String toString() {
        return name;
    }
}

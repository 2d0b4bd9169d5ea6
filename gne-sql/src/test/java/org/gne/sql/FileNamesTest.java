package org.gne.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read as it is, whatever its path looks like. */
class FileNamesTest {

    @TempDir
    Path directory;

    @Test
    void aNameIsNoPattern() throws Exception {
        for (String name : List.of("t[1]", "t*", "t?", "t[a-z]", "[t]", "t'1")) {
            Files.writeString(directory.resolve("t1.jsonl"), "{\"a\": 5}\n{\"a\": 6}\n");
            parquet(directory.resolve("t1.parquet"), "SELECT 5 AS a UNION ALL SELECT 6");
            Path lines = Files.writeString(directory.resolve(name + ".jsonl"), "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n");
            Path parquet = parquet(directory.resolve(name + ".parquet"), "SELECT unnest([1, 2, 3]) AS a");
            assertThat(column(read(lines), 0)).as(name).containsExactly(1, 2, 3);
            assertThat(column(read(parquet), 0)).as(name).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aFolderIsNoPattern() throws Exception {
        Files.createDirectories(directory.resolve("x1"));
        Path folder = Files.createDirectories(directory.resolve("x[1]"));
        parquet(directory.resolve("x1/t.parquet"), "SELECT unnest([5, 6]) AS a");
        Path file = parquet(folder.resolve("t.parquet"), "SELECT unnest([1, 2]) AS a");
        assertThat(column(read(file), 0)).containsExactly(1, 2);
    }

    @Test
    void namesOfFoldersAreNoColumns() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("a=5").resolve("year=2020"));
        Path lines = Files.writeString(folder.resolve("t.jsonl"), "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n");
        Path parquet = parquet(folder.resolve("t.parquet"), "SELECT unnest([1, 2, 3]) AS a");
        for (Path file : List.of(lines, parquet)) {
            Dataset data = read(file);
            assertThat(data.samples().schema()).isEqualTo(Schema.Columns.named(List.of("a")));
            assertThat(column(data, 0)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void namesOfColumnsStayAsTheyAreInTheFile() throws Exception {
        Path file = parquet(
                directory.resolve("t.parquet"),
                "SELECT i AS ab, i * 10 AS cd, i * 100 AS ef FROM unnest([1, 2, 4]) AS t(i)");
        assertThat(names(renamed(file, "cd", "AB"))).containsExactly("ab", "AB", "ef");
        Path twice = renamed(renamed(file, "cd", "ab"), "ef", "ab");
        Dataset data = read(twice);
        assertThat(names(twice)).containsExactly("ab", "ab_2", "ab_3");
        assertThat(column(data, 1)).containsExactly(10, 20, 40);
        assertThat(data.notes())
                .contains(
                        "column 2 has the name of another column, ab: it is called ab_2",
                        "column 3 has the name of another column, ab: it is called ab_3");
    }

    @Test
    void keysOfJsonThatDifferInCaseAreNamedAsInTheFile() throws Exception {
        Path file = Files.writeString(
                directory.resolve("t.jsonl"),
                "{\"ab\": 1, \"AB\": 7}\n{\"ab\": 2, \"AB\": 8}\n{\"ab\": 3, \"AB\": 6}\n");
        assertThat(names(file)).containsExactly("ab", "AB");
    }

    private static List<String> names(Path file) {
        return ((Schema.Columns) read(file).samples().schema())
                .columns().stream().map(column -> column.name()).toList();
    }

    /** A copy of a file with another name of a column. */
    private Path renamed(Path file, String from, String to) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Path copy = Files.createTempFile(directory, "renamed", ".parquet");
        return Files.write(copy, bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path parquet(Path file, String query) throws Exception {
        try (Connection database = DuckDb.open(directory);
                Statement statement = database.createStatement()) {
            statement.execute("COPY (" + query + ") TO " + DuckDb.file(file) + " (FORMAT parquet)");
        }
        return file;
    }

    private static Dataset read(Path file) {
        return Inputs.read(file.toString(), ReadOptions.defaults());
    }

    private static float[] column(Dataset data, int column) {
        float[] values = new float[data.samples().size()];
        float[] row = new float[data.samples().width()];
        for (int i = 0; i < values.length; i++) {
            data.samples().read(i, row, 0);
            values[i] = row[column];
        }
        return values;
    }
}

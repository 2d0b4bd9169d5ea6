package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several tables that are asked for as one. */
class FilesTest {

    @TempDir
    Path directory;

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Dataset read(String input) {
        return Inputs.read(input, ReadOptions.defaults());
    }

    @Test
    void filesOfAFolderOrAPatternAreOneTable() throws IOException {
        write("parts/a.csv", "x,kind\n1,red\n2,blue\n");
        write("parts/b.csv", "x,kind\n3,red\n4,green\n");
        write("parts/sub/c.csv", "x,kind\n5.5,red\n");
        write("parts/.hidden.csv", "other\n1\n");
        Dataset folder = read(directory.resolve("parts").toString());
        assertThat(folder.samples().size()).isEqualTo(5);
        assertThat(folder.samples().schema())
                .isEqualTo(new Schema.Columns(java.util.List.of(
                        Column.number("x"), Column.category("kind", java.util.List.of("red", "blue", "green")))));
        assertThat(folder.notes()).contains("3 files are read: a.csv, b.csv, sub/c.csv");
        assertThat(read(directory + "/parts/*.csv").samples().size()).isEqualTo(4);
        assertThat(read(directory + "/parts/**.csv").samples().size()).isEqualTo(5);
        assertThat(read(directory + "/pa*/{b,sub/c}.csv").samples().size()).isEqualTo(3);
        assertThatThrownBy(() -> read(directory + "/parts/*.tsv")).hasMessageContaining("no file matches this pattern");
    }

    @Test
    void aFileWithTheNameOfAPatternIsThatFile() throws IOException {
        write("t[1].csv", "x\n1.5\n2\n7\n");
        write("t1.csv", "x\n1.5\n");
        assertThat(read(directory + "/t[1].csv").samples().size()).isEqualTo(3);
    }

    @Test
    void theFileIsAColumnOnRequest() throws IOException {
        write("a.csv", "x\n1.5\n2\n");
        write("b.csv", "x\n7\n");
        ReadOptions options =
                ReadOptions.defaults().withFileColumn("file").withColumns(ColumnChoice.ALL.withLabel("file"));
        Dataset data = Inputs.read(directory + "/*.csv", options);
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("a.csv", "b.csv");
        assertThatThrownBy(() ->
                        Inputs.read(directory + "/*.csv", ReadOptions.defaults().withFileColumn("x")))
                .hasMessageContaining("found a column 'x', expected another name for the column of files");
    }

    @Test
    void columnsMustAgree() throws IOException {
        write("a.csv", "x,y\n1.5,2\n");
        write("b.csv", "x,z\n7,1\n");
        assertThatThrownBy(() -> read(directory.toString()))
                .hasMessageContaining("b.csv: found the column 'z', expected 'y' as in ")
                .hasMessageContaining("a.csv");
        write("b.csv", "x\n7\n");
        assertThatThrownBy(() -> read(directory.toString()))
                .hasMessageContaining("b.csv: found 1 columns, expected the 2");
    }

    @Test
    void whatIsWrongInAFileIsNamedWithIt() throws IOException {
        write("a.csv", "x,y\n1.5,2\n2,3\n");
        write("b.csv", "x,y\n7,1\nlow,3\n");
        assertThatThrownBy(() -> read(directory.toString()))
                .hasMessageContaining("b.csv, line 3, column 'x': found 'low', expected a number as in 3 other rows");
    }

    @Test
    void aFolderWithoutTablesAndImagesIsRefused() throws IOException {
        Files.write(directory.resolve("a.bin"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> read(directory.toString())).hasMessageContaining("a folder without images and tables");
    }
}

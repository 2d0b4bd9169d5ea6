package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.TextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first line, the delimiter and the encoding of text tables. */
class TextDialectTest {

    @TempDir
    Path directory;

    @Test
    void aFirstLineLikeTheOthersIsARow() {
        Dataset data = read("t.csv", "5.1,3.5,setosa\n4.9,3.0,setosa\n6.3,3.3,virginica\n");
        assertThat(data.samples().size()).isEqualTo(3);
        assertThat(names(data)).containsExactly("0", "1", "2");
        assertThat(data.notes()).anyMatch(note -> note.startsWith("line 1 is read as a row"));
        assertThat(read("m.csv", "5.1,?,red\n4.9,3.0,blue\n,3.3,red\n")
                        .samples()
                        .size())
                .as("a missing value in line 1 is no number")
                .isEqualTo(2);
    }

    @Test
    void aFirstLineUnlikeTheOthersHoldsNames() {
        assertThat(names(read("a.csv", "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n"))).containsExactly("a", "b", "kind");
        assertThat(names(read("b.csv", "x,y\nred,blue\nblue,red\nred,red\n"))).containsExactly("x", "y");
        Dataset years = read("c.csv", "place,2001,2002\nA,1.5,2\nB,2.5,3\nA,3.5,5\n");
        assertThat(names(years)).containsExactly("place", "2001", "2002");
        assertThat(years.notes()).anyMatch(note -> note.startsWith("line 1 is read as the names"));
        assertThat(names(read("d.csv", "2001,2002,2003\n7,1,9\n5,6,1\n3,2,2\n")))
                .containsExactly("2001", "2002", "2003");
    }

    @Test
    void aSingleColumnMayBeCalledByANumber() {
        Dataset data = read("s.csv", "0\n1.25\n0.48\n-0.5\n");
        assertThat(names(data)).containsExactly("0");
        assertThat(column(data, 0)).containsExactly(1.25f, 0.48f, -0.5f);
        assertThat(data.notes()).anyMatch(note -> note.startsWith("line 1, 0, is read as the name"));
        assertThat(read("w.csv", "5\n7\n8\n").samples().size()).isEqualTo(3);
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        Dataset data = read("q.csv", "\uFEFF\"LOCATION, TIME\",\"Value\"\nA,1.5\nB,2\nA,3\n");
        assertThat(names(data)).containsExactly("LOCATION, TIME", "Value");
        assertThat(names(read("p.csv", "\uFEFFa,b\n1,2\n3,5\n"))).containsExactly("a", "b");
    }

    @Test
    void spacesSeparateValuesIfNothingElseDoes() {
        Dataset data = read("l.csv", "Chins Situps Jumps\n5 162 60\n 2\t110  60\n12 101 101 \n");
        assertThat(names(data)).containsExactly("Chins", "Situps", "Jumps");
        assertThat(row(data, 1)).containsExactly(2, 110, 60);
        assertThat(data.notes()).anyMatch(note -> note.contains("separated by spaces"));
        Dataset cars = read(
                "auto.data",
                "18.0   8   3504.\t\"chevrolet malibu\"\n15.0   8   3693.\t\"buick skylark\"\n"
                        + "16.5   4   2234.\t\"chevrolet malibu\"\n");
        assertThat(cars.samples().size()).isEqualTo(3);
        assertThat(row(cars, 0)).containsExactly(18, 8, 3504, 1, 0);
        Dataset texts = read("texts.csv", "name\nred car\nblue car\nred car\n");
        assertThat(names(texts)).containsExactly("name");
    }

    @Test
    void wordVectorsAreRowsWithTheirWordsAsIds() {
        for (String counts : List.of("", "4 3\n")) {
            Dataset data = read("glove.txt", counts + "the 0.1 0.2 0.3\n\" 0.2 0.1 0.5\nand 0.3 0.4 -1e-3\n' 1 2 3\n");
            assertThat(data.samples().size()).isEqualTo(4);
            assertThat(names(data)).containsExactly("0", "1", "2");
            assertThat(Objects.requireNonNull(data.ids()).get(1)).isEqualTo("\"");
            assertThat(row(data, 2)).containsExactly(0.3f, 0.4f, -1e-3f);
        }
    }

    @Test
    void numbersWithoutACommaDecideTheDelimiter() {
        Dataset data = read("d.csv", "1,5;2,25\n2,5;3,75\n3,5;4,75\n");
        assertThat(data.samples().size()).isEqualTo(3);
        assertThat(row(data, 1)).containsExactly(2.5f, 3.75f);
    }

    @Test
    void textInOtherEncodingsIsReadAndSaid() throws IOException {
        String text = "name,x\nCafé,1.5\nNaïve,2\nplain,3\nCafé,4\n";
        for (String encoding : List.of("ISO-8859-1", "windows-1252")) {
            Dataset data = encoded(text, Charset.forName(encoding), new byte[0]);
            assertThat(Objects.requireNonNull(data.labels()).names()).contains("Café", "Naïve");
            assertThat(data.notes()).anyMatch(note -> note.startsWith("the text is not UTF-8: read as"));
        }
        assertThat(Objects.requireNonNull(encoded(text.replace('é', '€'), Charset.forName("windows-1252"), new byte[0])
                                .labels())
                        .names())
                .contains("Caf€");
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] mark = charset == StandardCharsets.UTF_16LE
                    ? new byte[] {(byte) 0xff, (byte) 0xfe}
                    : new byte[] {(byte) 0xfe, (byte) 0xff};
            for (byte[] start : List.of(mark, new byte[0])) {
                Dataset data = encoded(text, charset, start);
                assertThat(names(data)).containsExactly("x");
                assertThat(Objects.requireNonNull(data.labels()).names()).contains("Café", "Naïve");
            }
        }
        String russian = "name,x\nМосква,1\nЛенинград,2\nСамара,3\nНовосибирск,5\nВладивосток,4\n";
        assertThat(Objects.requireNonNull(encoded(russian, Charset.forName("windows-1251"), new byte[0])
                                .labels())
                        .names())
                .contains("Москва", "Ленинград");
    }

    @Test
    void theLineWithBytesOfAnotherEncodingIsNamed() throws IOException {
        StringBuilder text = new StringBuilder("name,x\n");
        for (int i = 2; i <= 5000; i++) {
            text.append(i == 3333 ? "Café" : "plain").append(',').append(i % 7).append('\n');
        }
        Path file = Files.write(directory.resolve("l.csv"), text.toString().getBytes(StandardCharsets.ISO_8859_1));
        TextOptions utf8 = TextOptions.FOUND.withEncoding(StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        Inputs.read(file.toString(), ReadOptions.defaults().withText(utf8)))
                .hasMessageContaining("line 3333: found the byte e9, expected UTF-8 text (--encoding");
        Path binary = Files.write(directory.resolve("b.csv"), new byte[] {'a', '\n', '1', (byte) 0xff, 0, 0, 1, '\n'});
        assertThatThrownBy(() -> Inputs.read(binary.toString(), ReadOptions.defaults()))
                .hasMessageContaining("line 2: found");
    }

    @Test
    void labelsAreTextsAsTheyStand() throws IOException {
        Path rows = Files.writeString(directory.resolve("rows.csv"), "a\n1.5\n2\n4\n");
        Path labels = Files.writeString(directory.resolve("labels.txt"), "cell 1\ncell 2\ncell 1\n");
        assertThat(Objects.requireNonNull(Inputs.open(rows.toString(), labels).labels())
                        .names())
                .containsExactly("cell 1", "cell 2");
        Files.writeString(labels, "5%\n7%\n5%\n");
        assertThat(Objects.requireNonNull(Inputs.open(rows.toString(), labels).labels())
                        .names())
                .containsExactly("5%", "7%");
    }

    private Dataset encoded(String text, Charset charset, byte[] mark) throws IOException {
        Path file = Files.write(directory.resolve("e.csv"), mark);
        Files.write(file, text.getBytes(charset), java.nio.file.StandardOpenOption.APPEND);
        ReadOptions options = ReadOptions.defaults().withColumns(ColumnChoice.ALL.withLabel("name"));
        return Inputs.read(file.toString(), options);
    }

    private Dataset read(String name, String text) {
        try {
            Path file = Files.writeString(directory.resolve(name), text);
            return Inputs.read(file.toString(), ReadOptions.defaults());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> names(Dataset data) {
        return ((Schema.Columns) data.samples().schema())
                .columns().stream().map(column -> column.name()).toList();
    }

    private static float[] column(Dataset data, int column) {
        float[] values = new float[data.samples().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row(data, i)[column];
        }
        return values;
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }
}

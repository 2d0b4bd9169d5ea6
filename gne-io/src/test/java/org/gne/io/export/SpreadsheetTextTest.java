package org.gne.io.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.io.TableColumn.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTextTest {

    private static final List<String> FORMULAS = List.of(
            "=cmd|' /C calc'!A0", "+1+1", "-text", "@SUM(A1)", "\tx", "\rx", "=", "+49 123", "-3.5x", "'=1", "''@a");

    private static final List<String> TEXTS =
            List.of("-3.5", "+7", "-1e-9", "-Infinity", "text", "a=b", "'quoted'", "it's", "", "2-3");

    @TempDir
    Path directory;

    @Test
    void formulasBecomeTextsAndNumbersStay() {
        assertThat(FORMULAS)
                .allSatisfy(text -> assertThat(SpreadsheetText.guarded(text)).isEqualTo("'" + text));
        assertThat(TEXTS)
                .allSatisfy(text -> assertThat(SpreadsheetText.guarded(text)).isEqualTo(text));
    }

    @Test
    void readingRestoresEveryText() {
        List<String> all = new ArrayList<>(FORMULAS);
        all.addAll(TEXTS);
        assertThat(all)
                .allSatisfy(text -> assertThat(SpreadsheetText.plain(SpreadsheetText.guarded(text)))
                        .isEqualTo(text));
    }

    @Test
    void exportedTablesHaveNoFormulas() throws IOException {
        RowTable<Integer> table = new RowTable<>("t", 2, row -> row);
        table.add("=name()", Kind.TEXT, row -> row == 0 ? "=cmd" : "plain");
        table.add("x", Kind.NUMBER, row -> row == 0 ? "-3.5" : null);
        Path file = directory.resolve("t.csv");
        CsvExport.write(file, table);
        assertThat(Files.readString(file)).isEqualTo("'=name(),x\n'=cmd,-3.5\nplain,\n");
    }

    @Test
    void classesOfAMapComeBack() throws IOException {
        Path file = directory.resolve("embedding.csv");
        Labels labels = new Labels(new int[] {0, 1}, List.of("=cmd", "-a"));
        EmbeddingCsv.write(file, new Embedding(new float[] {1, 2, -3, 4}, 2), labels, null);
        assertThat(Files.readString(file)).contains("'=cmd", "'-a", "-3.0");
        Labels read = EmbeddingCsv.readLabels(file, 2);
        assertThat(read).isNotNull();
        assertThat(read.names()).containsExactlyInAnyOrder("=cmd", "-a");
    }
}

package org.gne.io.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagsCsvTest {

    private static final Ids IDS = Ids.of("a", "=b", "c, d", "e");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("tags.csv");
    }

    private RowTags read(String text, Ids ids) throws IOException {
        Files.writeString(file, text);
        return TagsCsv.read(file, 4, ids);
    }

    @Test
    void tagsReadBackTheSame() throws IOException {
        RowTags tags = TagsCsv.read(file, 4, null)
                .with(List.of(
                        new RowTags.Change("odd, \"very\"", new int[] {3, 1}),
                        new RowTags.Change("\u00e9", new int[] {0}),
                        new RowTags.Change("", new int[] {3})));
        TagsCsv.write(file, tags, null);
        assertThat(file).hasContent("row,tag\n0,\u00e9\n1,\"odd, \"\"very\"\"\"\n");
        RowTags again = TagsCsv.read(file, 4, null);
        assertThat(IntStream.range(0, 4).mapToObj(again::of)).containsExactly("\u00e9", "odd, \"very\"", null, null);
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void aFileThatNamesRowsByIdKeepsItsForm() throws IOException {
        RowTags tags = read("\ufeffid,tag\r\n'=b,odd\r\n\"c, d\",even\r\n", IDS);
        assertThat(tags.of(1)).isEqualTo("odd");
        assertThat(tags.of(2)).isEqualTo("even");
        TagsCsv.write(file, tags.with(List.of(new RowTags.Change("odd", new int[] {0}))), IDS);
        assertThat(file).hasContent("id,tag\na,odd\n'=b,odd\n\"c, d\",even\n");
        assertThatThrownBy(() -> TagsCsv.read(file, 4, null)).hasMessageContaining("the ids are not known");
        assertThatThrownBy(() -> TagsCsv.read(file, 4, Ids.of("a", "b", "a", "c")))
                .hasMessageContaining("several rows have the id 'a'");
    }

    @Test
    void linesThatCannotBeUsedAreSaidAndStayInTheFile() throws IOException {
        RowTags tags = read("row,tag\n0,odd\n9,odd\n0,even\nx,odd\n1\n2,=1+1\n3, even\n1,good\n", null);
        assertThat(tags.problems())
                .containsExactly(
                        "tags.csv, line 3: found row '9', expected 0 to 3",
                        "tags.csv, line 4: found a second tag for row 0, expected one",
                        "tags.csv, line 5: found row 'x', expected 0 to 3",
                        "tags.csv, line 6: found 1 values, expected 2",
                        "tags.csv, line 7: tag: found '=1+1', expected a name that does not begin with one of =+-@'",
                        "tags.csv, line 8: tag: found ' even', expected a name without spaces at its ends");
        TagsCsv.write(file, tags.with(List.of(new RowTags.Change("new", new int[] {2}))), null);
        assertThat(file).hasContent("row,tag\n0,odd\n1,good\n2,new\n9,odd\n0,even\nx,odd\n1\n2,=1+1\n3, even\n");
    }

    @Test
    void aFileOfOtherColumnsIsNotTouched() {
        assertThatThrownBy(() -> read("row,tag,comment\n1,odd,why\n", null))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 1: found the columns row,tag,comment, expected row,tag or id,tag");
        assertThatThrownBy(() -> read("", null)).hasMessageContaining("expected row,tag or id,tag");
    }

    @Test
    void tagsThatCannotBeOnesAreRefused() {
        RowTags none = RowTags.none(2000);
        for (String wrong : List.of(" ", "a\nb", "+1", "@x", "x ", "x".repeat(61))) {
            assertThatThrownBy(() -> none.with(List.of(new RowTags.Change(wrong, new int[] {0}))))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected");
        }
        assertThatThrownBy(() -> none.with(List.of(new RowTags.Change("x", new int[] {2000}))))
                .hasMessage("row: found 2000, expected 0 to 1999");
        List<RowTags.Change> many = IntStream.range(0, 1001)
                .mapToObj(i -> new RowTags.Change("t" + i, new int[] {i}))
                .toList();
        assertThatThrownBy(() -> none.with(many)).hasMessageContaining("found more than 1000");
        assertThat(none.with(many.subList(0, 1000)).of(999)).isEqualTo("t999");
    }
}

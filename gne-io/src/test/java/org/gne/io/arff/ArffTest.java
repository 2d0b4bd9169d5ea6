package org.gne.io.arff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArffTest {

    private static final String HEADER = """
            % 1. Title

            @RELATION 'a test'
            @ATTRIBUTE 'sepal length' NUMERIC
            @attribute colour {red, 'dark blue', green}
            @attribute day date "yyyy-MM-dd"
            @attribute note string
            @attribute n integer % counted

            @data
            """.replace(" % counted", "");

    @TempDir
    Path directory;

    @Test
    void attributesAreColumnsWithTypes() throws IOException {
        String rows = """
                5.1,red,2020-01-31,'it\\'s, good',1
                ?,'dark blue',2020-02-01,"b",2
                % a comment
                4.5,?,2020-02-05,c,3
                1e1,green,?,?,7
                """;
        for (String name : List.of("a.arff", "unnamed")) {
            Dataset data = read(
                    name, HEADER + rows, ColumnChoice.ALL.withLabel("colour").withId("note"));
            List<Column> columns = ((Schema.Columns) data.samples().schema()).columns();
            assertThat(columns).extracting(Column::name).containsExactly("sepal length", "day", "n");
            assertThat(columns.get(1).kind()).isEqualTo(Column.Kind.DATE);
            float[] row = new float[3];
            data.samples().read(1, row, 0);
            assertThat(row[0]).isNaN();
            assertThat(columns.get(1).origin() + row[1])
                    .isEqualTo(LocalDate.of(2020, 2, 1).toEpochDay());
            assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("dark blue", "green", "red");
            assertThat(data.labels().classes()).containsExactly(2, 0, -1, 1);
            assertThat(Objects.requireNonNull(data.ids()).get(0)).isEqualTo("it's, good");
        }
    }

    @Test
    void rowsOfOnlySomeValuesAreCompletedWithZeros() throws IOException {
        String header = "@relation r\n@attribute a real\n@attribute b {x,'y z'}\n@attribute c real\n@data\n";
        Dataset data =
                read("a.arff", header + "{0 5, 2 -1.5}\n{1 'y z'}\n{ 0 2 ,1 x}\n{}\n", ColumnChoice.ALL.withLabel("b"));
        float[][] expected = {{5, -1.5f}, {0, 0}, {2, 0}, {0, 0}};
        for (int i = 0; i < expected.length; i++) {
            float[] row = new float[2];
            data.samples().read(i, row, 0);
            assertThat(row).containsExactly(expected[i]);
        }
        assertThat(Objects.requireNonNull(data.labels()).classes()).containsExactly(0, 1, 0, 0);
        refuses(header + "{3 1}\n", "line 6: found '3', expected the number of an attribute, less than 3");
        refuses(HEADER + "{0 1}\n", "found no value for 'day', expected one");
    }

    @Test
    void whatIsWrongIsNamed() {
        refuses(HEADER + "1,red,2020-01-31,x\n", "line 11: found 4 values, expected 5");
        refuses(HEADER + "1,pink,2020-01-31,x,1\n", "found 'pink' in attribute 'colour', expected one of the values");
        refuses(HEADER + "1,red,31.01.2020,x,1\n", "expected a date in the form yyyy-MM-dd");
        refuses(HEADER + "one,red,2020-01-31,x,1\n", "found 'one' in attribute 'sepal length', expected a number");
        refuses(HEADER + "1,red,2020-01-31,'x,1\n", "a quote that is not closed");
        refuses("@relation r\n@attribute a relational\n@data\n1\n", "the type 'relational' of attribute 'a'");
        refuses("@relation r\n@attribute a real\n", "expected a line @data");
        refuses("@relation r\n@attribute a real\n@attribute a real\n@data\n", "the attribute 'a' twice");
    }

    private void refuses(String text, String message) {
        assertThatThrownBy(() -> read("a.arff", text, ColumnChoice.ALL))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(directory.resolve("a.arff").toString())
                .hasMessageContaining(message);
    }

    private Dataset read(String name, String text, ColumnChoice choice) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        return Inputs.read(file.toString(), ReadOptions.defaults().withColumns(choice));
    }
}

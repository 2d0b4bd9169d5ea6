package org.gne.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntFunction;
import org.gne.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelChoiceTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults().withColumns(ColumnChoice.ALL.withLabel("y"));

    @TempDir
    Path directory;

    @Test
    void realNumbersAreATarget() throws IOException {
        Dataset data = read(100, i -> i == 3 ? "" : "" + (i * 0.5 - 7), DEFAULTS);
        assertThat(data.labels()).isNull();
        assertThat(Objects.requireNonNull(data.target()).name()).isEqualTo("y");
        assertThat(data.target().values()).hasSize(100).contains(-7, -6.5, 42.5).doesNotContain(-5.5);
        assertThat(data.target().known()).isEqualTo(99);
        assertThat(data.notes()).isEmpty();
        assertThat(Objects.requireNonNull(data.limit(10).target()).size()).isEqualTo(10);
    }

    @Test
    void aFewWholeNumbersAreClasses() throws IOException {
        Dataset data = read(100, i -> "" + i % 30 * 7, DEFAULTS);
        assertThat(data.target()).isNull();
        assertThat(Objects.requireNonNull(data.labels()).names()).hasSize(30);
        // As a table program writes whole numbers beside gaps.
        assertThat(Objects.requireNonNull(read(9, i -> i % 3 + ".0", DEFAULTS).labels())
                        .names())
                .containsExactly("0.0", "1.0", "2.0");
    }

    @Test
    void manyWholeNumbersAreATargetAndThatIsSaid() throws IOException {
        Dataset data = read(100, i -> "" + i % 31 * 7, DEFAULTS);
        assertThat(data.labels()).isNull();
        assertThat(Objects.requireNonNull(data.target()).values()[1]).isEqualTo(7);
        assertThat(data.notes())
                .singleElement()
                .asString()
                .contains("label y: its 31 different whole numbers", "--label-type class");
    }

    @Test
    void manyDatesAreYearsAndThatIsSaid() throws IOException {
        Dataset data =
                read(100, i -> i == 1 ? "2023-07-02T12:00" : "2024-01-" + (10 + i % 20) + " 06:0" + i % 7, DEFAULTS);
        assertThat(data.labels()).isNull();
        assertThat(Objects.requireNonNull(data.target()).name()).isEqualTo("y (year)");
        assertThat(data.target().values()[1]).isEqualTo(2023.5);
        assertThat(data.target().values()[0]).isEqualTo(2024 + 9.25 / 366);
        assertThat(data.notes()).singleElement().asString().contains("different dates", "--label-type class");
        // A few dates, and texts beside dates, stay classes.
        assertThat(read(100, i -> "2024-01-" + (10 + i % 20), DEFAULTS).labels())
                .isNotNull();
        assertThat(read(100, i -> i == 1 ? "soon" : "2024-01-10 06:" + (10 + i % 40), DEFAULTS)
                        .labels())
                .isNotNull();
    }

    @Test
    void codesWithoutAGapAreClassesHoweverMany() throws IOException {
        assertThat(Objects.requireNonNull(
                                read(1000, i -> "" + i % 100, DEFAULTS).labels())
                        .names())
                .hasSize(100);
        assertThat(read(1000, i -> "" + (20 + i % 100), DEFAULTS).target()).isNotNull();
        assertThat(read(100, i -> "" + i, DEFAULTS).target()).isNotNull();
    }

    @Test
    void theTypeMayBeSaid() throws IOException {
        Dataset classes = read(100, i -> "" + i * 0.5, DEFAULTS.withLabelType(LabelType.CLASS));
        assertThat(Objects.requireNonNull(classes.labels()).names()).hasSize(100);
        Dataset numbers = read(100, i -> "" + i % 2, DEFAULTS.withLabelType(LabelType.NUMBER));
        assertThat(Objects.requireNonNull(numbers.target()).values()).containsOnly(0, 1);
        assertThatThrownBy(() -> read(9, i -> i == 4 ? "x" : "1", DEFAULTS.withLabelType(LabelType.NUMBER)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("label y: found 'x', expected numbers");
    }

    @Test
    void labelsWithoutAnyClassAreSaid() throws IOException {
        Dataset data = read(9, i -> "", DEFAULTS);
        assertThat(data.notes()).containsExactly("label y: no row has one");
    }

    @Test
    void aFileOfNumbersIsATargetToo() throws IOException {
        Path rows = Files.writeString(directory.resolve("rows.csv"), "a\n1.5\n2.5\n4.5\n");
        Path labels = Files.writeString(directory.resolve("price.txt"), "0.5\n7\n1e3\n");
        Dataset data = Inputs.open(rows.toString(), labels);
        assertThat(Objects.requireNonNull(data.target()).values()).containsExactly(0.5, 7, 1000);
        assertThat(data.target().name()).isEqualTo("price.txt");
    }

    private Dataset read(int rows, IntFunction<String> label, ReadOptions options) throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < rows; i++) {
            text.append(i * i % 17 + 0.5).append(',').append(label.apply(i)).append('\n');
        }
        return Inputs.read(Files.writeString(directory.resolve("t.csv"), text).toString(), options);
    }
}

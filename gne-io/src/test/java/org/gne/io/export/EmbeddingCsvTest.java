package org.gne.io.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.RowFact;
import org.gne.data.Target;
import org.gne.io.LabelChoice;
import org.gne.io.LabelType;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.table.Coordinates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCsvTest {

    @TempDir
    Path directory;

    @Test
    void everyFloatAndEveryNameReadsBackTheSame() throws IOException {
        long seed = 20240609;
        System.out.println("EmbeddingCsvTest.everyFloatAndEveryNameReadsBackTheSame seed " + seed);
        Random random = new Random(seed);
        float[] values = new float[2000];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        float[] errors = Arrays.copyOf(values, 1000);
        List<String> names = List.of("plain", "with, comma", "with \"quotes\"", "two\nlines", "Ω");
        Labels labels = new Labels(random.ints(1000, -1, names.size()).toArray(), names);
        Path file = directory.resolve("embedding.csv");
        EmbeddingCsv.write(file, new Embedding(values, 2), labels, errors);

        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<CsvRecord> records = csv.stream().toList();
            assertThat(records).hasSize(1001);
            assertThat(records.get(0).getFields()).containsExactly("row", "x", "y", "label", "error");
            for (int row = 0; row < 1000; row++) {
                List<String> fields = records.get(row + 1).getFields();
                assertThat(fields.get(0)).isEqualTo(Integer.toString(row));
                assertThat(Float.parseFloat(fields.get(1))).isEqualTo((Float) values[2 * row]);
                assertThat(Float.parseFloat(fields.get(2))).isEqualTo((Float) values[2 * row + 1]);
                assertThat(fields.get(3)).isEqualTo(labels.name(row));
                assertThat(Float.parseFloat(fields.get(4))).isEqualTo((Float) errors[row]);
            }
        }
    }

    @Test
    void labelsThatAreNumbersAreNumbersInTheTables() throws IOException {
        Embedding map = new Embedding(new float[6], 2);
        Target price = new Target("price", new double[] {326, Double.NaN, 0.1});
        Path file = directory.resolve("prices.csv");
        EmbeddingCsv.write(file, map, price, null);
        assertThat(file).hasContent("row,x,y,label,error\n0,0.0,0.0,326,\n1,0.0,0.0,,\n2,0.0,0.0,0.1,");
        for (Table table :
                List.of(EmbeddingCsv.table(map, price, null), MapTable.of("map", map, null, price, new float[3]))) {
            assertThat(table.columns())
                    .filteredOn(column -> column.name().equals("label"))
                    .singleElement()
                    .extracting(TableColumn::kind)
                    .isEqualTo(TableColumn.Kind.NUMBER);
        }
        Coordinates back = Coordinates.read(file.toString(), List.of());
        assertThat(back.labelName()).isEqualTo("label");
        LabelChoice.Chosen chosen = LabelChoice.of("prices.csv", "label", Objects.requireNonNull(back.labels()), null);
        assertThat(Objects.requireNonNull(chosen.target()).values()).containsExactly(326, Double.NaN, 0.1);
        assertThat(chosen.rowLabels()).isSameAs(chosen.target());
        assertThat(LabelChoice.of("prices.csv", "label", back.labels(), LabelType.CLASS)
                        .rowLabels())
                .isSameAs(back.labels());
    }

    @Test
    void headersNameTheDimensions() throws IOException {
        assertThat(write(1)).isEqualTo("row,x,label,error\n0,0.0,,\n");
        assertThat(write(2)).isEqualTo("row,x,y,label,error\n0,0.0,0.0,,\n");
        assertThat(write(3)).startsWith("row,x,y,z,label,error\n");
        assertThat(write(5)).startsWith("row,z0,z1,z2,z3,z4,label,error\n");
    }

    private String write(int dim) throws IOException {
        Path file = directory.resolve("dim.csv");
        EmbeddingCsv.write(file, new Embedding(new float[dim], dim), null, null);
        return Files.readString(file);
    }

    @Test
    void otherNumbersOfErrorsAreRefused() {
        Path file = directory.resolve("no.csv");
        assertThatThrownBy(() -> EmbeddingCsv.write(file, new Embedding(new float[4], 2), null, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 errors for 2 points, expected as many");
        assertThat(file).doesNotExist();
    }

    @Test
    void idsAreTheLastColumn() throws IOException {
        Path file = directory.resolve("embedding.csv");
        Embedding map = new Embedding(new float[] {1, 2, 3, 4}, 2);
        EmbeddingCsv.write(file, map, null, new float[] {0.5f, 0.25f}, Ids.of("a,b", "c"));
        assertThat(Files.readString(file))
                .isEqualTo("row,x,y,label,error,id\n0,1.0,2.0,,0.5,\"a,b\"\n1,3.0,4.0,,0.25,c\n");
        assertThat(EmbeddingCsv.readErrors(file, 2)).containsExactly(0.5f, 0.25f);
        assertThatThrownBy(() -> EmbeddingCsv.write(file, map, null, null, Ids.of("a")))
                .hasMessageContaining("1 ids for 2 points");
    }

    @Test
    void factsReadBackTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("embedding.csv");
        Embedding map = new Embedding(new float[] {1, 2, 3, 4}, 2);
        RowFact total = RowFact.of(new Target("total", new double[] {1204, Double.NaN}));
        RowFact kind = new RowFact("outlier", new Labels(new int[] {-1, 0}, List.of("few counts")));
        EmbeddingCsv.write(file, map, null, null, Ids.of("a", "b"), List.of(total, kind));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "row,x,y,label,error,id,total,outlier", "0,1.0,2.0,,,a,1204,", "1,3.0,4.0,,,b,,few counts");
        assertThat(EmbeddingCsv.readFacts(file, 2)).containsExactly(total, kind);
        EmbeddingCsv.write(file, map, null, null, null);
        assertThat(EmbeddingCsv.readFacts(file, 2)).isEmpty();
    }
}

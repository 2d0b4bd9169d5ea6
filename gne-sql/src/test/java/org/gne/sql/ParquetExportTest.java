package org.gne.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.export.PlacedTable;
import org.gne.place.Placed;
import org.gne.quality.Explained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportTest {

    @TempDir
    Path directory;

    private Path export(String query) throws IOException {
        Path file = directory.resolve("it's.parquet");
        try (Table table = Inputs.table(query, ReadOptions.defaults())) {
            ParquetExport.write(file, table, directory);
        }
        return file;
    }

    @Test
    void everyKindOfColumnComesBack() throws IOException {
        Path file = export("select i as \"a \"\"b\"\"\", i / 7 as x, i % 2 = 0 as flag, 't' || i % 3 as t,"
                + " case when i % 5 = 0 then null else i end as gaps from range(5000) r(i)");
        ColumnChoice all = ColumnChoice.ALL.withColumns(List.of("a \"b\"", "x", "flag", "t", "gaps"));
        Dataset found = Inputs.read(file.toString(), ReadOptions.defaults().withColumns(all));
        assertThat(found.samples().size()).isEqualTo(5000);
        assertThat(found.samples().schema().toString()).contains("a \"b\"", "x", "BOOLEAN", "t0, t1, t2");
        float[] row = new float[found.samples().width()];
        for (int i = 0; i < 5000; i++) {
            found.samples().read(i, row, 0);
            assertThat(row[0]).isEqualTo(i);
            assertThat(row[1]).isEqualTo((float) (i / 7.0));
            assertThat(row[2]).isEqualTo(i % 2 == 0 ? 1 : 0);
            assertThat(row[3 + i % 3]).isEqualTo(1);
            assertThat(Float.compare(row[6], i % 5 == 0 ? Float.NaN : i)).isZero();
        }
        String types = "select count(*) as n from (describe select * from '"
                + file.toString().replace("'", "''")
                + "') where column_type in ('BIGINT', 'DOUBLE', 'BOOLEAN', 'VARCHAR')";
        assertThat(Inputs.read(types, ReadOptions.defaults()).samples().size()).isEqualTo(1);
    }

    @Test
    void placedRowsCanBeWrittenToo() throws IOException {
        Dataset data = new Dataset("data", Samples.of(new float[][] {{1}, {2}, {3}}), null);
        Embedding map = new Embedding(new float[] {0.5f, 0.1f, 1, 2, 3, Float.NaN}, 2);
        Placed placed = new Placed(map, new float[] {0.25f, Float.NaN, 9}, 0.3);
        Path file = directory.resolve("placed.parquet");
        ParquetExport.write(file, PlacedTable.of(data, placed, Explained.unknown()), directory);
        try (Table table = Inputs.table(file.toString(), ReadOptions.defaults());
                Table.Rows rows = table.rows()) {
            assertThat(table.columns().stream().map(TableColumn::name))
                    .containsExactly("row", "x", "y", "error", "explained");
            double[][] expected = {{0, 0.5, 0.1, 0.25, 1}, {1, 1, 2, Double.NaN, 0}, {2, 3, Double.NaN, 9, 0}};
            for (double[] row : expected) {
                assertThat(rows.next()).isTrue();
                for (int column = 0; column < row.length; column++) {
                    assertThat(rows.number(column)).isEqualTo((Double) row[column]);
                }
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aNumberOfMoreBitsIsRefusedAndNothingIsLeft() throws IOException {
        assertThatThrownBy(() -> export("select 18446744073709551615::ubigint as big"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 1, column 'big': found 18446744073709551615, expected a whole number of 64");
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}

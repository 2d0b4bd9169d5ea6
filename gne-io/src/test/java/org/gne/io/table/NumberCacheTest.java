package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberCacheTest {

    @TempDir
    Path directory;

    @Test
    void numbersAndEmptyCellsComeBack() {
        NumberCache cache = new NumberCache(3);
        for (int row = 0; row < 400_000; row++) {
            cache.startRow();
            cache.setNumber(0, row);
            cache.setText(1, "");
            cache.setNumber(2, -row);
        }
        assertThat(cache.isComplete()).isTrue();
        assertThat(cache.rows()).isEqualTo(400_000);
        assertThat(cache.number(399_999, 0)).isEqualTo(399_999);
        assertThat(cache.number(399_999, 2)).isEqualTo(-399_999);
        assertThat(cache.isEmpty(399_999, 1)).isTrue();
        assertThat(cache.isEmpty(399_999, 0)).isFalse();
    }

    @Test
    void aTextOrTooLittleRoomGivesAllUp() {
        NumberCache text = new NumberCache(1);
        text.startRow();
        text.setText(0, "x");
        text.startRow();
        text.setNumber(0, 1);
        assertThat(text.isComplete()).isFalse();
        NumberCache small = new NumberCache(1, 1000);
        small.startRow();
        small.setNumber(0, 1);
        assertThat(small.isComplete()).isFalse();
    }

    @Test
    void labelsAndIdsOfATableOfNumbersKeepTheirTexts() throws IOException {
        Path file = Files.writeString(
                directory.resolve("t.csv"), "code,a,b,kind\n007,1.5,,01\n008,2.5,3,02\n010,3.5,4,01\n011,0.5,,02\n");
        ReadOptions options = ReadOptions.defaults()
                .withColumns(ColumnChoice.ALL.withLabel("kind").withId("code"));
        Dataset data = Inputs.read(file.toString(), options);
        assertThat(data.labels()).isNotNull();
        assertThat(data.labels().names()).containsExactly("01", "02");
        assertThat(data.ids()).isNotNull();
        float[] row = new float[2];
        data.samples().read(3, row, 0);
        assertThat(row[0]).isEqualTo(0.5f);
        assertThat(row[1]).isNaN();
        try (Table table = Inputs.table(file.toString(), ReadOptions.defaults());
                Table.Rows rows = table.rows()) {
            rows.next();
            rows.next();
            assertThat(List.of(rows.text(0), rows.text(1), rows.place())).containsExactly("008", "2.5", "line 3");
        }
    }
}

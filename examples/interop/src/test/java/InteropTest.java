import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class InteropTest {

    private static float[] row(Dataset data, int row) {
        float[] values = new float[data.samples().width()];
        data.samples().read(row, values, 0);
        return values;
    }

    @Test
    void aTablesawTableKeepsTypesGapsAndLabels() throws Exception {
        DoubleColumn length = DoubleColumn.create("length");
        BooleanColumn adult = BooleanColumn.create("adult");
        StringColumn kind = StringColumn.create("kind");
        for (int i = 0; i < 20; i++) {
            if (i == 3) {
                length.appendMissing();
            } else {
                length.append(i * 7 % 20 / 2.0);
            }
            adult.append(i % 3 == 0);
            kind.append(i % 2 == 0 ? "even" : "odd");
        }
        ReadOptions options = ReadOptions.defaults().withColumns(ColumnChoice.ALL.withLabel("kind"));

        Dataset data = TablesawRows.read(Table.create("birds", length, adult, kind), options);

        assertEquals(List.of(), data.notes());
        assertEquals(20, data.samples().size());
        assertArrayEquals(new float[] {1, 1}, row(data, 6));
        assertArrayEquals(new float[] {Float.NaN, 1}, row(data, 3));
        assertEquals(List.of("even", "odd"), data.labels().names());
    }

    @Test
    void aTribuoDatasetKeepsFeaturesAndLabels() {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> source = new MutableDataset<>(new SimpleDataSourceProvenance("made here", factory), factory);
        source.add(new ArrayExample<>(new Label("odd"), new String[] {"a", "b"}, new double[] {1, 2}));
        source.add(new ArrayExample<>(new Label("even"), new String[] {"b", "c"}, new double[] {3, 4}));

        Dataset data = TribuoRows.of(source);

        assertEquals(List.of("a", "b", "c"), ((Schema.Columns) data.samples().schema()).names());
        assertArrayEquals(new float[] {1, 2, 0}, row(data, 0));
        assertArrayEquals(new float[] {0, 3, 4}, row(data, 1));
        assertEquals("odd", data.labels().text(0));
    }
}

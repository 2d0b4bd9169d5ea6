import com.fasterxml.jackson.jr.ob.JSON;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;

/** Reads files and prints a line of JSON for each: what is in them, or why they are refused. Part of .ci/suites. */
public final class Suites {

    public static void main(String[] files) throws Exception {
        for (String file : files) {
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("file", file);
            try {
                read(file, found);
            } catch (InputException e) {
                found.put("refused", String.valueOf(e.getMessage()));
            } catch (Throwable e) {
                found.put("crashed", e.toString());
            }
            System.out.println(JSON.std.asString(found));
        }
    }

    private static void read(String file, Map<String, Object> found) throws Exception {
        try (Table table = Inputs.table(file, ReadOptions.defaults())) {
            if (table != null) {
                found.put("columns", table.columns().stream().map(TableColumn::name).toList());
                found.put("doubts", table.columns().stream().map(TableColumn::doubt).filter(x -> x != null).toList());
                found.put("notes", table.notes());
                found.put("rows", rows(table));
                return;
            }
        }
        Dataset data = Inputs.read(file, ReadOptions.defaults());
        float[] row = new float[data.samples().width()];
        data.samples().read(0, row, 0);
        found.put("picture", data.samples().schema() instanceof Schema.Picture);
        found.put("pixels", row);
    }

    private static List<List<String>> rows(Table table) throws Exception {
        List<List<String>> all = new ArrayList<>();
        try (Table.Rows rows = table.rows()) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    row.add(rows.text(i));
                }
                all.add(row);
            }
        }
        return all;
    }
}

package org.gne.io.export;

import java.io.IOException;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, with all its columns. */
public final class ChosenRows implements Table {

    private final Table table;
    private final int[] chosen;

    /**
     * Chooses rows.
     *
     * @param table the table; this table closes it
     * @param chosen the numbers of the rows from 0, ascending
     */
    public ChosenRows(Table table, int[] chosen) {
        this.table = table;
        this.chosen = chosen.clone();
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public List<TableColumn> columns() {
        return table.columns();
    }

    @Override
    public Rows rows() throws IOException {
        return new Walk(table.rows());
    }

    private final class Walk implements Rows {
        private final Rows all;
        private int next;
        private int row = -1;

        Walk(Rows all) {
            this.all = all;
        }

        @Override
        public boolean next() throws IOException {
            if (next == chosen.length) {
                return false;
            }
            while (row < chosen[next]) {
                if (!all.next()) {
                    throw new InputException(
                            name() + ": " + all.place() + ": found the end, expected row " + chosen[next]);
                }
                row++;
            }
            next++;
            return true;
        }

        @Override
        public double number(int column) throws IOException {
            return all.number(column);
        }

        @Override
        public @Nullable String text(int column) throws IOException {
            return all.text(column);
        }

        @Override
        public String place() {
            return all.place();
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}

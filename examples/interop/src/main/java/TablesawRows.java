import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TableColumn.Kind;
import org.gne.io.table.TableDataset;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.columns.Column;

/**
 * A table of Tablesaw as a data set of GNE: with the types of its columns, missing values, and a column of labels if the options name one.
 * Any other table in memory becomes a data set in the same way: by an implementation of {@link Table}.
 */
public final class TablesawRows implements Table {

    private final tech.tablesaw.api.Table source;

    private TablesawRows(tech.tablesaw.api.Table source) {
        this.source = source;
    }

    /** Copies the rows. */
    public static Dataset read(tech.tablesaw.api.Table table, ReadOptions options) throws IOException {
        return TableDataset.read(new TablesawRows(table), options);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<TableColumn> columns() {
        return source.columns().stream()
                .map(column -> new TableColumn(column.name(), kind(column)))
                .toList();
    }

    private static Kind kind(Column<?> column) {
        if (column instanceof ShortColumn || column instanceof IntColumn || column instanceof LongColumn) {
            return Kind.INTEGER;
        }
        if (column instanceof NumericColumn) {
            return Kind.NUMBER;
        }
        if (column instanceof BooleanColumn) {
            return Kind.BOOLEAN;
        }
        if (column instanceof DateColumn) {
            return Kind.DATE;
        }
        return column instanceof DateTimeColumn ? Kind.TIME : Kind.TEXT;
    }

    @Override
    public Rows rows() {
        return new Rows() {
            private int row = -1;

            @Override
            public boolean next() {
                return ++row < source.rowCount();
            }

            @Override
            public double number(int column) {
                Column<?> values = source.column(column);
                if (values.isMissing(row)) {
                    return Double.NaN;
                }
                if (values instanceof NumericColumn<?> numbers) {
                    return numbers.getDouble(row);
                }
                if (values instanceof BooleanColumn booleans) {
                    return booleans.getByte(row);
                }
                return values.get(row) instanceof LocalDate day
                        ? day.toEpochDay()
                        : ((LocalDateTime) values.get(row)).toEpochSecond(ZoneOffset.UTC);
            }

            @Override
            public String text(int column) {
                Column<?> values = source.column(column);
                return values.isMissing(row) ? null : values.getString(row);
            }

            @Override
            public String place() {
                return "row " + (row + 1);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}

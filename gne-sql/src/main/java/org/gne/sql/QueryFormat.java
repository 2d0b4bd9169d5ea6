package org.gne.sql;

import java.io.IOException;
import java.util.regex.Pattern;
import org.gne.data.Dataset;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.TableFormat;

/**
 * The result of an SQL query: {@code select * from 'cells-*.parquet' where quality > 0.9}.
 *
 * @hidden internal
 */
public final class QueryFormat implements TableFormat {

    private static final Pattern QUERY = Pattern.compile(
            "\\s*(select|with|from|values|pivot|unpivot)\\b.*\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public String description() {
        return "SQL query (\"select ...\")";
    }

    @Override
    public boolean claims(InputSource source) {
        return !source.isFile()
                && !source.isFolder()
                && QUERY.matcher(source.text()).matches();
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        return LargeStack.run(() -> QueryTable.open("query", source.text(), options));
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        return LargeStack.run(() -> TableFormat.super.read(source, options));
    }
}

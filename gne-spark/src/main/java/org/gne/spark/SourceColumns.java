package org.gne.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.MissingTexts;
import org.gne.io.ReadOptions;
import org.gne.io.TypeChoice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what the rows of a data frame are.
 *
 * @param source the rows
 * @param schema what a row is
 */
record SourceColumns(Source source, Schema schema) {

    private static final Logger LOG = LoggerFactory.getLogger(SourceColumns.class);

    /**
     * Rows whose values are in one column.
     *
     * @throws IllegalArgumentException if there are no rows, the first has no values, or rows are no such pictures
     */
    static SourceColumns vector(
            Dataset<Row> data,
            String features,
            Schema.@Nullable Picture picture,
            @Nullable String id,
            @Nullable String label,
            InvalidRows invalid) {
        Dataset<Row> columns = select(data, Arrays.asList(features, id, label));
        Dataset<Row> usable = invalid == InvalidRows.ERROR
                ? columns
                : columns.where(columns.col(quoted(features)).isNotNull());
        List<Row> first = usable.takeAsList(1);
        if (first.isEmpty()) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        int width = NumberColumn.width(first.get(0), 0);
        if (width < 1) {
            throw new IllegalArgumentException("column " + features + ", row 0: found "
                    + (width < 0 ? "null" : "no values") + ", expected at least 1 value");
        }
        if (picture != null && picture.width() != width) {
            throw new IllegalArgumentException("column " + features + ": found " + width + " values in a row, expected "
                    + picture.width() + " as the picture has");
        }
        VectorReader reader = new VectorReader(features, 0, width, invalid == InvalidRows.KEEP);
        Schema schema =
                picture != null ? picture : VectorReader.schema(data.schema().apply(features), width);
        return new SourceColumns(new Source(columns, reader, id, label, invalid), schema);
    }

    /**
     * Rows whose values are in columns of their own.
     *
     * @throws IllegalArgumentException if columns do not exist or hold what a map cannot use
     */
    static SourceColumns table(Dataset<Row> data, ColumnChoice choice, InvalidRows invalid) {
        boolean open = choice.columns().stream().anyMatch(name -> name.indexOf('*') >= 0);
        List<@Nullable String> needed = new ArrayList<>(open ? List.of(data.columns()) : choice.columns());
        needed.add(choice.id());
        needed.add(choice.label());
        Set<String> known = Set.of(data.columns());
        // A name that does not exist is reported with the names that do.
        Dataset<Row> columns =
                needed.stream().allMatch(name -> name == null || known.contains(name)) ? select(data, needed) : data;
        TableReader reader = TableReader.of(columns, ReadOptions.defaults().withColumns(choice), invalid);
        reader.layout().notes().forEach(note -> LOG.info("note: {}", note));
        return new SourceColumns(
                new Source(columns, reader, choice.id(), choice.label(), invalid),
                reader.layout().schema());
    }

    /**
     * The use of columns, from the parameters of an estimator.
     *
     * @param types {@code COLUMN=TYPE}
     * @throws IllegalArgumentException if a type is wrong
     */
    static ColumnChoice choice(String[] columns, String[] exclude, String[] types, String[] missing) {
        Map<String, TypeChoice> ofColumns = new LinkedHashMap<>();
        for (String type : types) {
            int equals = type.lastIndexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("columnTypes: found '" + type + "', expected COLUMN=TYPE");
            }
            ofColumns.put(type.substring(0, equals), TypeChoice.of(type.substring(equals + 1)));
        }
        return ColumnChoice.ALL
                .withColumns(List.of(columns))
                .withExclude(List.of(exclude))
                .withTypes(ofColumns)
                .withMissing(MissingTexts.of(List.of(missing)));
    }

    private static Dataset<Row> select(Dataset<Row> data, List<@Nullable String> names) {
        Set<String> once = new LinkedHashSet<>();
        for (String name : names) {
            if (name != null) {
                once.add(name);
            }
        }
        return data.select(once.stream().map(name -> data.col(quoted(name))).toArray(Column[]::new));
    }

    /** A name with a point is not a field of a structure. */
    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}

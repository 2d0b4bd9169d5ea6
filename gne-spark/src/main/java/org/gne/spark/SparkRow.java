package org.gne.spark;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.spark.sql.Row;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;

/** One row of a data frame, as the library reads rows of a table. A timestamp counts in UTC, one without a time zone as if it were in UTC. */
record SparkRow(SparkTable table, Row row, String place) implements Table.Rows {

    @Override
    public boolean next() {
        return false;
    }

    @Override
    public double number(int column) {
        Object value = row.get(column);
        if (value == null) {
            return Double.NaN;
        }
        return switch (table.kind(column)) {
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case DATE -> days(value);
            case TIME -> seconds(value);
            default -> ((Number) value).doubleValue();
        };
    }

    private static double days(Object value) {
        LocalDate date = value instanceof Date old ? old.toLocalDate() : (LocalDate) value;
        return date.toEpochDay();
    }

    private static double seconds(Object value) {
        Instant instant = value instanceof Timestamp old
                ? old.toInstant()
                : value instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Instant) value;
        return instant.getEpochSecond() + 1e-9 * instant.getNano();
    }

    @Override
    public @Nullable String text(int column) {
        return text(row.get(column));
    }

    /** A cell as the id or the label of a row; null for null. */
    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}

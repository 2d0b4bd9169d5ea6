package org.gne.io.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** How the values of a column are read. */
enum CellReader {
    INTEGER(TableColumn.Kind.INTEGER) {
        @Override
        double value(ResultSet rows, int column) throws SQLException {
            return rows.getLong(column);
        }
    },
    NUMBER(TableColumn.Kind.NUMBER),
    BOOLEAN(TableColumn.Kind.BOOLEAN) {
        @Override
        double value(ResultSet rows, int column) throws SQLException {
            return rows.getBoolean(column) ? 1 : 0;
        }
    },
    DATE(TableColumn.Kind.DATE) {
        @Override
        double value(ResultSet rows, int column) throws SQLException {
            LocalDate date = rows.getObject(column, LocalDate.class);
            if (LocalDate.MAX.equals(date) || LocalDate.MIN.equals(date)) {
                throw new SQLException("found an infinite date, expected a day");
            }
            return date == null ? Double.NaN : date.toEpochDay();
        }
    },
    TIME(TableColumn.Kind.TIME) {
        @Override
        double value(ResultSet rows, int column) throws SQLException {
            LocalDateTime time = rows.getObject(column, LocalDateTime.class);
            if (LocalDateTime.MAX.equals(time) || LocalDateTime.MIN.equals(time)) {
                throw new SQLException("found an infinite time, expected a day and a time");
            }
            return seconds(time);
        }
    },
    /** Times with a zone, read as UTC. */
    ZONED(TableColumn.Kind.TIME) {
        @Override
        double value(ResultSet rows, int column) throws SQLException {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            if (OffsetDateTime.MAX.equals(time) || OffsetDateTime.MIN.equals(time)) {
                throw new SQLException("found an infinite time, expected a day and a time");
            }
            return seconds(
                    time == null
                            ? null
                            : time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }
    },
    TEXT(TableColumn.Kind.TEXT),
    /** Texts that the database fills up with spaces. */
    PADDED(TableColumn.Kind.TEXT) {
        @Override
        @Nullable String text(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : text.stripTrailing();
        }
    },
    /** Values that are neither numbers nor texts. */
    OTHER(TableColumn.Kind.TEXT);

    private final TableColumn.Kind kind;

    CellReader(TableColumn.Kind kind) {
        this.kind = kind;
    }

    TableColumn.Kind kind() {
        return kind;
    }

    /**
     * The value as a number: itself, 0 or 1, days, or seconds.
     *
     * @param column from 1 on
     */
    double value(ResultSet rows, int column) throws SQLException {
        return rows.getDouble(column);
    }

    /**
     * The value as text, with all digits of a number; null if it is missing.
     *
     * @param column from 1 on
     */
    @Nullable String text(ResultSet rows, int column) throws SQLException {
        // Not getString, for which SQLite rounds numbers to 15 digits.
        Object value = kind == TableColumn.Kind.NUMBER ? rows.getObject(column) : rows.getString(column);
        return value == null ? null : value.toString();
    }

    private static double seconds(@Nullable LocalDateTime time) {
        return time == null ? Double.NaN : time.toEpochSecond(ZoneOffset.UTC) + 1e-9 * time.getNano();
    }
}

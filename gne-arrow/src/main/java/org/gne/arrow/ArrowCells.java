package org.gne.arrow;

import java.util.Map;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** The cells of Arrow columns as numbers and texts. */
final class ArrowCells {

    private static final double MILLISECONDS_OF_DAY = 86_400_000;

    private ArrowCells() {}

    /** A column of a table. */
    static TableColumn column(String name, FieldVector vector, Map<Long, Dictionary> dictionaries) {
        ValueVector values = values(vector, dictionaries);
        ArrowType type = values.getField().getType();
        TableColumn.Kind kind = switch (type.getTypeID()) {
            case Int -> TableColumn.Kind.INTEGER;
            case FloatingPoint, Decimal, Null -> TableColumn.Kind.NUMBER;
            case Bool -> TableColumn.Kind.BOOLEAN;
            case Date -> TableColumn.Kind.DATE;
            case Timestamp -> TableColumn.Kind.TIME;
            default -> TableColumn.Kind.TEXT;
        };
        boolean known = kind != TableColumn.Kind.TEXT
                || switch (type.getTypeID()) {
                    case Utf8, LargeUtf8, Utf8View -> true;
                    case List, LargeList, FixedSizeList -> holdsNumbers(values.getField());
                    default -> false;
                };
        return new TableColumn(
                name,
                kind,
                known
                        ? null
                        : "column '" + name + "': found " + type
                                + ", expected numbers, booleans, dates, times or texts");
    }

    private static boolean holdsNumbers(Field list) {
        return switch (list.getChildren().get(0).getType().getTypeID()) {
            case Int, FloatingPoint -> true;
            default -> false;
        };
    }

    /** The vector with the values of a column: that of its dictionary, if it has one. */
    private static ValueVector values(FieldVector vector, Map<Long, Dictionary> dictionaries) {
        Field field = vector.getField();
        DictionaryEncoding encoding = field.getDictionary();
        if (encoding == null) {
            return vector;
        }
        Dictionary dictionary = dictionaries.get(encoding.getId());
        if (dictionary == null) {
            throw new IllegalArgumentException("column '" + field.getName() + "' has no dictionary");
        }
        return dictionary.getVector();
    }

    /** The value of a cell, null if it is missing. */
    static @Nullable Cell cell(FieldVector vector, int row, Map<Long, Dictionary> dictionaries) {
        if (vector.isNull(row)) {
            return null;
        }
        ValueVector values = values(vector, dictionaries);
        if (values == vector) {
            return new Cell(vector, row);
        }
        long index = ((BaseIntVector) vector).getValueAsLong(row);
        if (index < 0 || index >= values.getValueCount()) {
            throw new IllegalArgumentException(
                    "found entry " + index + " of a dictionary of " + values.getValueCount() + " entries");
        }
        return values.isNull((int) index) ? null : new Cell(values, (int) index);
    }

    /**
     * A cell with a value.
     *
     * @param values where the value is
     * @param at its index
     */
    record Cell(ValueVector values, int at) {

        /** The value as a number: days of a date, seconds of a time, 0 and 1 for booleans. */
        double number() {
            if (values instanceof FloatingPointVector numbers) {
                return numbers.getValueAsDouble(at);
            }
            if (values instanceof UInt8Vector whole) {
                long bits = whole.get(at);
                return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
            }
            if (values instanceof BaseIntVector whole) {
                return whole.getValueAsLong(at);
            }
            if (values instanceof BitVector truth) {
                return truth.get(at);
            }
            if (values instanceof DateDayVector date) {
                return date.get(at);
            }
            if (values instanceof DateMilliVector date) {
                return Math.floor(date.get(at) / MILLISECONDS_OF_DAY);
            }
            if (values instanceof TimeStampVector time) {
                return time.get(at)
                        / perSecond(((ArrowType.Timestamp) values.getField().getType()).getUnit());
            }
            return values.getObject(at) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        private static double perSecond(TimeUnit unit) {
            return switch (unit) {
                case SECOND -> 1;
                case MILLISECOND -> 1e3;
                case MICROSECOND -> 1e6;
                case NANOSECOND -> 1e9;
            };
        }

        /** The value as text. */
        String text() {
            if (values instanceof UInt8Vector whole) {
                return Long.toUnsignedString(whole.get(at));
            }
            if (values instanceof BaseIntVector whole) {
                return Long.toString(whole.getValueAsLong(at));
            }
            return String.valueOf(values.getObject(at));
        }
    }
}

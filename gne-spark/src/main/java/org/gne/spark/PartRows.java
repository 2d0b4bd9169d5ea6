package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a partition, in the order of their numbers: of {@code parts} partitions this one has the rows {@code
 * part}, {@code part + parts}, {@code part + 2 parts}, ... so that each partition is a fair sample of the rows, however
 * they are sorted.
 *
 * @param cells the number of values that are stored of a row
 * @param table the columns of a table whose categories are stored as one number each, or null
 * @param values {@code [size][]}, in the units of the source; NaN where a value is missing
 * @param columns {@code [size]}: the columns of the values of a sparse row, null for a dense row; null without sparse rows
 * @param ids one per row, or null where rows are known by their numbers
 * @param labels one per row, null for a row without one; or null without labels
 * @param problem what is wrong with the first wrong row, or null
 * @param problemRow its number
 */
@DefaultSerializer(JavaSerializer.class)
record PartRows(
        int part,
        int parts,
        int cells,
        Schema.@Nullable Columns table,
        float[][] values,
        int @Nullable [] @Nullable [] columns,
        Object @Nullable [] ids,
        @Nullable String @Nullable [] labels,
        @Nullable String problem,
        long problemRow)
        implements Serializable {

    /**
     * A row on its way to its partition.
     *
     * @param columns the columns of the values of a sparse row, null for a dense row
     * @param problem what is wrong with it, or null
     */
    @DefaultSerializer(JavaSerializer.class)
    record Line(
            long number,
            int @Nullable [] columns,
            float[] values,
            @Nullable Object id,
            @Nullable String label,
            @Nullable String problem)
            implements Serializable {}

    /** Puts rows that came in any order together. */
    static PartRows of(int part, int parts, RowReader reader, boolean ids, boolean labels, List<Line> lines) {
        lines.sort(Comparator.comparingLong(Line::number));
        int n = lines.size();
        float[][] values = new float[n][];
        int[][] columns = lines.stream().anyMatch(line -> line.columns != null) ? new int[n][] : null;
        Object[] names = ids ? new Object[n] : null;
        String[] classes = labels ? new String[n] : null;
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            if (line.problem != null) {
                return new PartRows(
                        part,
                        parts,
                        reader.cells(),
                        reader.table(),
                        new float[0][],
                        null,
                        null,
                        null,
                        line.problem,
                        line.number);
            }
            values[i] = line.values;
            if (columns != null) {
                columns[i] = line.columns;
            }
            if (names != null) {
                names[i] = line.id;
            }
            if (classes != null) {
                classes[i] = line.label;
            }
        }
        return new PartRows(part, parts, reader.cells(), reader.table(), values, columns, names, classes, null, -1);
    }

    int size() {
        return values.length;
    }

    /** The number of a row of this partition. */
    long number(int row) {
        return part + (long) row * parts;
    }

    /** As core reads them. */
    Samples samples() {
        Samples stored = new RowArrays(values, columns, cells);
        return table == null ? stored : Samples.ofCells(stored, table);
    }

    /** Some of the rows, as they are stored. */
    RowArrays rows(int[] rows) {
        float[][] some = new float[rows.length][];
        int[][] at = columns == null ? null : new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
            if (at != null && columns != null) {
                at[i] = columns[rows[i]];
            }
        }
        return new RowArrays(some, at, cells);
    }

    Survey survey() {
        return Survey.ofPart(samples(), parts);
    }

    /** SHA-256 of the values. */
    byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < size(); i++) {
                ByteBuffer row = ByteBuffer.allocate(4 * values[i].length);
                row.asFloatBuffer().put(values[i]);
                digest.update(row);
                if (columns != null && columns[i] != null) {
                    ByteBuffer at = ByteBuffer.allocate(4 * columns[i].length);
                    at.asIntBuffer().put(columns[i]);
                    digest.update(at);
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Which of {@code count} rows evenly spread over all {@code rows} are of this partition.
     *
     * @return their positions among the chosen, ascending
     */
    int[] chosen(long rows, int count) {
        return IntStream.range(0, count)
                .filter(i -> number(rows, count, i) % parts == part)
                .toArray();
    }

    /**
     * Where chosen rows of this partition are in it.
     *
     * @param chosen their positions among the chosen
     */
    int[] rowsOf(long rows, int count, int[] chosen) {
        return Arrays.stream(chosen).map(i -> row(number(rows, count, i))).toArray();
    }

    /** The number of the i-th of {@code count} rows evenly spread over all {@code rows}. */
    static long number(long rows, int count, int i) {
        return i * rows / count;
    }

    /** Where a row of this partition is in it. */
    private int row(long number) {
        return (int) (number / parts);
    }
}

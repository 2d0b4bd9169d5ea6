package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 * @param values {@code [size, width]}, in the units of the source; NaN where a value is missing
 * @param ids one per row, or null where rows are known by their numbers
 * @param problem what is wrong with the first wrong row, or null
 * @param problemRow its number
 */
@DefaultSerializer(JavaSerializer.class)
record PartRows(
        int part,
        int parts,
        int width,
        float[] values,
        Object @Nullable [] ids,
        @Nullable String problem,
        long problemRow)
        implements Serializable {

    /**
     * A row on its way to its partition.
     *
     * @param values {@code [width]}, or as much of it as could be read
     * @param problem what is wrong with it, or null
     */
    @DefaultSerializer(JavaSerializer.class)
    record Line(
            long number,
            float[] values,
            @Nullable Object id,
            @Nullable String problem) implements Serializable {}

    /** Puts rows that came in any order together. */
    static PartRows of(int part, int parts, int width, boolean ids, List<Line> lines) {
        lines.sort(Comparator.comparingLong(Line::number));
        float[] values = new float[Math.multiplyExact(lines.size(), width)];
        Object[] names = ids ? new Object[lines.size()] : null;
        int next = 0;
        for (Line line : lines) {
            if (line.problem != null) {
                return new PartRows(part, parts, width, new float[0], null, line.problem, line.number);
            }
            System.arraycopy(line.values, 0, values, next * width, width);
            if (names != null) {
                names[next] = line.id;
            }
            next++;
        }
        return new PartRows(part, parts, width, values, names, null, -1);
    }

    int size() {
        return values.length / width;
    }

    /** The number of a row of this partition. */
    long number(int row) {
        return part + (long) row * parts;
    }

    /** As core reads them. */
    Samples samples(Schema schema) {
        return Samples.ofFloats(values, schema);
    }

    Survey survey() {
        return Survey.ofPart(samples(Schema.Columns.numbered(width)), parts);
    }

    /** How many values are missing. */
    long missing() {
        long missing = 0;
        for (float value : values) {
            missing += Float.isNaN(value) ? 1 : 0;
        }
        return missing;
    }

    /** SHA-256 of the values. */
    byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer row = ByteBuffer.allocate(4 * width);
            for (int i = 0; i < size(); i++) {
                row.clear();
                row.asFloatBuffer().put(values, i * width, width);
                digest.update(row);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Which of {@code count} rows evenly spread over all {@code rows} are of this partition, or of the others.
     *
     * @return their positions among the chosen, ascending
     */
    int[] chosen(long rows, int count, boolean own) {
        return IntStream.range(0, count)
                .filter(i -> (number(rows, count, i) % parts == part) == own)
                .toArray();
    }

    /** The number of the i-th of {@code count} rows evenly spread over all {@code rows}. */
    static long number(long rows, int count, int i) {
        return i * rows / count;
    }

    /** Where a row of this partition is in it. */
    int row(long number) {
        return (int) (number / parts);
    }
}

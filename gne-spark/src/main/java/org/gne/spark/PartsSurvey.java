package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.train.CommonStart;

/**
 * What a fit has to know of all rows before it begins: the library's survey of them, and what is Spark's own.
 *
 * @param all the survey of the rows of all partitions, one partition's behind the other's; at least 1 row
 * @param largest rows of the largest partition
 * @param sha256 of the values, for as many partitions
 */
record PartsSurvey(Survey all, int largest, String sha256) {

    /** One partition's part of it. */
    @DefaultSerializer(JavaSerializer.class)
    private record Piece(Survey survey, byte[] digest, PartProblem problem) implements Serializable {}

    private record PartProblem(String text, long row) implements Serializable {
        static final PartProblem NONE = new PartProblem("", Long.MAX_VALUE);
    }

    /**
     * Reads all rows.
     *
     * @throws IllegalArgumentException if a row or column cannot be used for training; names the first such row
     */
    static PartsSurvey of(JavaRDD<PartRows> parts, String column) {
        List<Piece> pieces = parts.map(PartsSurvey::piece).collect();
        PartProblem first = PartProblem.NONE;
        for (Piece piece : pieces) {
            first = piece.problem.row < first.row ? piece.problem : first;
        }
        if (first.row < Long.MAX_VALUE) {
            throw new IllegalArgumentException("column " + column + ", row " + first.row + ": " + first.text);
        }
        Survey all = pieces.stream().map(Piece::survey).reduce(Survey::merge).orElseThrow();
        MessageDigest digest = newDigest();
        long largest = 0;
        for (Piece piece : pieces) {
            digest.update(piece.digest);
            largest = Math.max(largest, piece.survey.rows());
        }
        for (int j = 0; j < all.width(); j++) {
            if (all.known(j) == 0) {
                throw new IllegalArgumentException(
                        "column " + column + ", value " + j + ": found none in any row, expected some");
            }
        }
        return new PartsSurvey(all, (int) largest, HexFormat.of().formatHex(digest.digest()));
    }

    long rows() {
        return all.rows();
    }

    int width() {
        return all.width();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Piece piece(PartRows rows) {
        String text = rows.problem();
        PartProblem problem = text == null ? PartProblem.NONE : new PartProblem(text, rows.problemRow());
        return new Piece(rows.survey(), rows.digest(), problem);
    }

    /** Some rows of one partition, and where they belong among the chosen ones. */
    @DefaultSerializer(JavaSerializer.class)
    private record Chosen(int[] indices, float[] values) implements Serializable {}

    /** Rows evenly spread over the data, as many as the parts' common start is found on. */
    Samples chosen(JavaRDD<PartRows> parts, Schema schema) {
        long rows = rows();
        int width = width();
        int count = (int) Math.min(rows, CommonStart.MOST_ROWS);
        float[] values = new float[Math.multiplyExact(count, width)];
        for (Chosen some : parts.map(part -> choose(part, rows, count)).collect()) {
            for (int i = 0; i < some.indices.length; i++) {
                System.arraycopy(some.values, i * width, values, some.indices[i] * width, width);
            }
        }
        return Samples.ofFloats(values, schema);
    }

    private static Chosen choose(PartRows part, long all, int count) {
        int[] indices = part.chosen(all, count, true);
        int width = part.width();
        float[] values = new float[indices.length * width];
        for (int i = 0; i < indices.length; i++) {
            int row = part.row(PartRows.number(all, count, indices[i]));
            System.arraycopy(part.values(), row * width, values, i * width, width);
        }
        return new Chosen(indices, values);
    }
}
